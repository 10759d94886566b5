import type { Retold } from "./retold.kit.ts";

/** The same in English. */
export const retoldEnglish: readonly Retold[] = [
  {
    language: "en",
    previous:
      "Priya, 31, is a support engineer in Leeds at a hosting company. She has a dog, Biscuit.",
    said: [
      [
        "My laptop keeps dropping off the wifi every evening, I tried turning it off and on.",
        "Check whether the router firmware is current; a channel change may help too.",
      ],
      [
        "The ISP guy came and swapped the box. Works now. Also I have to write up why the site went down on Tuesday.",
        "A post-mortem has a timeline, a cause and follow-ups.",
      ],
      ["My boss wants it on one page by Friday and said never blame anyone.", "One page is fine."],
    ],
    good: [
      "Priya, 31, support engineer at a hosting company in Leeds, has a dog, Biscuit.",
      "Her internet provider replaced her router, which fixed the connection problem of her laptop.",
      "She is writing a post-mortem of Tuesday's outage; it has to fit on a page by Friday and must not name a culprit.",
      "Open: send the outage report to her manager.",
    ],
  },
  {
    language: "en",
    previous: null,
    said: [
      [
        "I'm Tom, I teach English at a school in Cork and mark essays all night. The new policy says no phones in class.",
        "That sounds strict.",
      ],
      [
        "My students write far too much. I told them 500 words and they hand in nine pages.",
        "You could grade only the first pages.",
      ],
      ["I quit sugar, my GP says my values are bad.", "Good step."],
      ["I want to write a novel about my gran, she kept bees.", "Lovely idea."],
    ],
    good: [
      "Tom is an English teacher in Cork.",
      "His pupils ignore the length limit for essays.",
      "Mobile phones are banned at his school.",
      "On medical advice he no longer eats sweets.",
      "He plans a book about his grandmother, a beekeeper.",
    ],
  },
  {
    language: "en",
    previous: "Lena is a paralegal in Boston; her husband is Marc.",
    said: [
      [
        "We got a letter that our lease bans dogs but the landlord said ok on the phone.",
        "Get it in writing.",
      ],
      [
        "I mailed him and he wrote back that it's fine if it stays under 20 pounds.",
        "Keep that mail.",
      ],
      [
        "Marc is allergic to cats so a small dog it is. How do I make the shelter believe us?",
        "Show them the mail.",
      ],
      ["Can you be less chatty, just tell me the thing.", "Sure."],
    ],
    good: [
      "Lena, a paralegal in Boston, is married to Marc, who is allergic to cats.",
      "The landlord permitted a dog below 20 pounds in an email, although the lease prohibits pets.",
      "She wants to adopt a small dog from a shelter.",
      "She likes brief replies.",
    ],
  },
  {
    language: "en",
    previous: null,
    said: [
      [
        "I run a small bakery, the card reader failed twice today, customers angry.",
        "Call the provider.",
      ],
      ["They told me I go over the free plan, need to pay 20 a month.", "That is common."],
      [
        "I also want a bot on our page that answers when we are shut.",
        "You can begin with opening hours.",
      ],
      ["My daughter Mia made the first one in Scratch lol", "Great!"],
    ],
    good: [
      "The user runs a small bakery where the card terminal failed twice.",
      "The provider asks for 20 a month because the free quota was exceeded.",
      "Plans a chatbot for the bakery's website for the time outside opening hours.",
      "The daughter Mia built a first version in Scratch.",
    ],
  },
  {
    language: "en",
    previous: "Omar is a translator from Arabic living in Malmö. Wife: Huda. Diabetic.",
    said: [
      [
        "Client wants the contract in Swedish by Monday, 40 pages, and no footnotes.",
        "Tight deadline.",
      ],
      ["I asked for two more days and they refused.", "Pity."],
      ["Huda has her driving test on the 9th.", "Good luck to her!"],
      ["For sugar lows my doctor wants juice at hand at all times.", "Sensible."],
    ],
    good: [
      "Omar, translator, lives in Malmö with his wife Huda and has diabetes.",
      "A client denied him an extension for a 40-page contract that is due on Monday.",
      "The text may not contain footnotes.",
      "Because of hypoglycaemia he should always carry juice.",
      "Huda's driving test is on the 9th.",
    ],
  },
  {
    language: "en",
    previous: "Ruth, 58, edits a parish newsletter in Derby. Widow. Two grandsons, Jack and Alfie.",
    said: [
      ["The vicar says the back page must go because printing got dearer.", "Could it go online?"],
      [
        "Jack set me up with one of those chatty computers on my phone, I don't trust it.",
        "Healthy caution.",
      ],
      ["My knee is not to be bent for three weeks.", "Rest well."],
      ["Ought I to tell Alfie he can't stay out after ten?", "Your house, your say."],
      ["Well I never, he agreed!", "Great."],
    ],
    good: [
      "Ruth, 58, a widow from Derby, edits a parish newsletter and has two grandsons, Jack and Alfie.",
      "The newsletter loses its last page because of higher printing costs.",
      "She distrusts the AI assistant that Jack installed on her phone.",
      "Her knee has to stay straight for three weeks.",
      "Alfie accepted a ten o'clock curfew.",
    ],
  },
  {
    language: "en",
    previous: null,
    said: [
      [
        "I'm a defence lawyer in Glasgow, my client got bail today, can't go near the harbour though.",
        "Good news.",
      ],
      ["The judge threw out half the papers.", "On which ground?"],
      [
        "Dunno yet. My paralegal Kirsty is off till Monday so I type everything myself.",
        "Tedious.",
      ],
      ["I want to cut down to three cups of coffee.", "Good."],
    ],
    good: [
      "The user works as a defence lawyer in Glasgow.",
      "A client was released on bail with conditions.",
      "The court excluded part of the evidence.",
      "Kirsty, the paralegal, returns on Monday; until then the user types without help.",
      "Wants to drink less coffee.",
    ],
  },
  {
    language: "en",
    previous: "Dev builds games in Pune with his cousin Anil.",
    said: [
      ["Anil broke the build again, nobody can log in.", "Roll back?"],
      [
        "Rolled back. Now the store wants an age thing before we can publish.",
        "A rating questionnaire.",
      ],
      ["Players keep writing that the tutorial talks too much.", "Trim it."],
      ["I can't do Saturdays any more, temple.", "Understood."],
    ],
    good: [
      "Dev makes games in Pune with his cousin Anil.",
      "A faulty build that blocked the login was reverted.",
      "The app store requires an age rating before publication.",
      "Feedback: the tutorial is too wordy.",
      "On Saturdays he is no longer available because of the temple.",
    ],
  },
  {
    language: "en",
    previous: null,
    said: [
      ["hey, 19, studying nursing in Ghent, my roommate steals my cheese", "Oh no."],
      ["we made a list on the fridge now, who eats what", "Smart."],
      ["my exam got moved to the 3rd and we may not bring notes", "Good luck."],
      ["can u talk to me like a friend not a robot", "Sure!"],
    ],
    good: [
      "A 19-year-old nursing student in Ghent.",
      "Shares a fridge with a roommate; they agreed on a food list.",
      "Exam on the 3rd, closed book.",
      "Likes a friendly, informal tone.",
    ],
  },
  {
    language: "en",
    previous: "Carmen runs a hostel in Porto; partner Inês; coeliac.",
    said: [
      ["Booking site put a hold on our account, no reason given.", "Write to them."],
      ["They say our photos broke something in their terms.", "Swap them."],
      ["Done, we are back. Guests may not cook after 11 pm now, new house thing.", "Reasonable."],
      ["Inês must fly to Recife, her mum is ill.", "I'm sorry."],
    ],
    good: [
      "Carmen, who is coeliac, runs a hostel in Porto with her partner Inês.",
      "The listing was suspended over pictures and has been restored.",
      "From now on the kitchen closes at 11 pm.",
      "Inês has to travel to Recife because her mother is sick.",
    ],
  },
  {
    language: "en",
    previous: "Sam, 40, referee in a Sunday league in Hull. Daughter Bea, 9.",
    said: [
      ["The league changed offside for kids, I have to explain it to the parents.", "Draw it."],
      ["A dad shouted at me, got a ban of two games.", "Fair."],
      ["Bea wrote a poem on whales, 12 lines, won a book.", "Bravo Bea!"],
      ["I ought to see someone about the ringing in my ears.", "Yes, do."],
    ],
    good: [
      "Sam, 40, from Hull, referees in a Sunday league.",
      "The new offside rule has to be explained to parents.",
      "A father was suspended for two matches.",
      "Bea, 9, won a prize with a poem of twelve lines about whales.",
      "He considers seeing a doctor about tinnitus.",
    ],
  },
  {
    language: "en",
    previous: null,
    said: [
      ["I moderate a forum on bonsai, we get spam from bots every night.", "Rate limits help."],
      ["Turned on a filter, half gone.", "Nice."],
      ["People still break the no-sales thing.", "Warn them first."],
      ["Tell me when I'm wrong, I hate yes-men.", "I will."],
    ],
    good: [
      "Moderates a bonsai forum that suffers from spam bots at night.",
      "A filter removed about half of the spam.",
      "Some members ignore the ban on selling.",
      "Wants to be contradicted when mistaken.",
    ],
  },
  {
    language: "en",
    previous: "Hanna is deaf and signs; lives in Oulu; cat Otso.",
    said: [
      ["The interpreter never came, the clinic forgot.", "Complain."],
      ["I did, they apologised and promised one each time.", "Good."],
      ["I type slowly so keep stuff short.", "OK."],
      ["It'd be good to have a light for the doorbell.", "There are flashing ones."],
    ],
    good: [
      "Hanna from Oulu is deaf, uses sign language, and has a cat, Otso.",
      "The clinic assured her of an interpreter for every appointment.",
      "She would like a doorbell with a flashing light.",
      "Short messages are best for her because typing is slow.",
    ],
  },
];
