import type { Texts } from "./texts.ts";

export const es: Texts = {
  commands: {
    help: "lo que entiendo",
    stop: "terminar la respuesta que estoy escribiendo",
    memory: "lo que recuerdo",
    forget: "borrar todo lo que recuerdo",
    undo: "borrar el último mensaje y su respuesta",
    pause: "hablar sin que lo recuerde",
    resume: "volver a recordar",
    export: "todo lo que recuerdo, como datos",
    model: "qué modelo responde aquí",
  },
  hello: "¡Hola!",
  intro:
    "Recuerdo de qué hablamos: los últimos mensajes palabra por palabra y los más antiguos como un breve resumen.",
  unknownCommand: "No conozco ese comando.",
  apology:
    "Lo siento, no he podido responder a tu último mensaje; envíalo otra vez dentro de un rato.",
  apologyForEdit:
    "Lo siento, no he podido tener en cuenta tu cambio; envíalo como mensaje nuevo dentro de un rato.",
  late: "Esto tarda más de lo normal. Tengo tu mensaje y responderé en cuanto pueda.",
  lateWithoutCredit:
    "Tengo tu mensaje, pero se ha agotado el saldo para mis respuestas: mi operador tiene que recargarlo. Responderé en cuanto esté hecho.",
  lateForOperator:
    "Tengo tu mensaje, pero ahora mismo no puedo responder: mi operador tiene que revisarlo. Responderé en cuanto esté resuelto.",
  away: "He estado ausente un tiempo y ya no puedo responder a los mensajes más antiguos; envíame otra vez lo que todavía importe.",
  refused: "El servicio que escribe mis respuestas rehúsa contestar a este mensaje.",
  noAnswer: "No he encontrado respuesta a tu último mensaje; dilo con otras palabras, por favor.",
  misconfigured: "No puedo responder a este mensaje: mi operador tiene que revisarlo.",
  overLimit: "Has alcanzado el límite de hoy; mañana seguiré con gusto.",
  tooMany:
    "Has enviado más de lo que puedo responder a la vez, así que he dejado fuera lo último; espera mis respuestas y envíalo otra vez, por favor.",
  unreadable: {
    photo: "No puedo ver fotos; dime con palabras qué muestra o qué quieres saber.",
    video: "No puedo ver vídeos; dime con palabras de qué trata.",
    voice: "No puedo escuchar mensajes de voz; envíamelo como texto.",
    audio: "No puedo escuchar archivos de audio; dime con palabras de qué trata.",
    document: "No puedo abrir archivos; envíame como texto la parte que importa.",
    sticker: "No puedo ver stickers; dime con palabras qué quieres decir.",
    location: "No puedo leer ubicaciones; escríbeme el nombre del lugar o su dirección.",
    contact: "No puedo leer contactos; escríbeme como texto lo que deba saber.",
    poll: "No puedo leer encuestas; escríbeme la pregunta como texto.",
    other: "No puedo leer este tipo de mensaje; envíamelo como texto.",
  },
  tooLong: "Tu mensaje es demasiado largo para mí; envíalo en partes más pequeñas.",
  nothingRemembered: "Todavía no recuerdo nada.",
  summary: "Resumen de lo que hemos hablado:",
  lastTurns: "Los últimos mensajes:",
  you: "Tú",
  me: "Yo",
  forgotten: "Hecho: lo he olvidado todo.",
  forgottenSoon:
    "He olvidado nuestra conversación. Ahora mismo no se puede acceder al resumen a largo plazo; se borrará en cuanto sea posible.",
  forgottenWaiting: "No responderé a los mensajes que aún esperaban: también se han borrado.",
  exported: "Todo lo que recuerdo:",
  exportedNewest:
    "Lo que recuerdo, sin los mensajes más antiguos, que son demasiados para un chat; mi operador puede exportarlo todo:",
  undone: "Hecho: he olvidado el último mensaje y su respuesta.",
  undoneButSummarized:
    "He olvidado el último mensaje y su respuesta, pero mi resumen ya habla de ello; /forget también lo borra.",
  nothingToUndo: "No hay ningún mensaje que pueda olvidar.",
  paused: "A partir de ahora no recuerdo nada de lo que se diga, hasta /resume.",
  resumed: "A partir de ahora vuelvo a recordar lo que se diga.",
  stop: {
    stopped: "Me he detenido.",
    nothing: "Ahora mismo no estoy escribiendo nada.",
    not_yours:
      "En un grupo solo puede detener mi respuesta quien ha preguntado o un administrador.",
  },
  newcomer: {
    asked:
      "Aún no te conozco: he preguntado a mi operador si puedo hablar contigo y te avisaré cuando pueda.",
    admitted: "Mi operador ya me deja hablar contigo; envíame otra vez lo que querías decir.",
    paired: "Ahora eres mi operador: te preguntaré por cada persona nueva.",
  },
  administratorsOnly: "En un grupo solo puede hacerlo un administrador, porque afecta a todos.",
  administratorUnknown:
    "No he podido averiguar si eres administrador de este grupo; inténtalo otra vez dentro de un rato.",
  sources: "Fuentes:",
  models: {
    now: "El modelo que responde aquí:",
    usual: "el habitual",
    offered:
      "Envía /model con un número o un nombre para elegir otro, o /model default para el habitual:",
    chosen: "A partir de ahora responde aquí este modelo:",
    reset: "A partir de ahora responde aquí el modelo habitual.",
    unknown: "No conozco ningún modelo con ese nombre.",
    gone: "El modelo que se eligió aquí ya no se ofrece, así que responde el habitual; /model muestra los demás.",
  },
};
