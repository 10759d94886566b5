import { describe, expect, it } from "vitest";
import { marked } from "./marked.kit.ts";
import { renderMarkdown } from "./render-markdown.ts";

const rendered = (markdown: string) => marked(renderMarkdown(markdown));

describe("shows as it was written", () => {
  it.each([
    // ranges
    "5~10 minutes, or 20~30",
    "每天3~5次，每次10~15分钟",
    "~100 ms and ~200 ms, ~5~ or so, 3~~5 and 6~~7",
    "~/.bashrc and ~/.profile",
    // arithmetic
    "1920*1080 or 3840*2160",
    "5*4*3*2*1",
    "2*3*4 = 24",
    "2**10 = 1024 and 3**2**2",
    "x**2 + y**2 = z**2",
    "(a+b)**2 + (c)**2 and f(x)**n - g(x)**n",
    "2**(n+1) - 1 and 2**(k)",
    "l*w*h, V = a*b*c. And 2*x*y + 3*x*z",
    "(x+1)*y*(z+2)",
    "price*qty*(1+tax)",
    "sin(x)*cos(y)*z",
    "a * b * c, 2 ** 3 ** 4",
    "体积=长*宽*高。单价*数量*（1-折扣）",
    "面积=3*4平方米，体积=3*4*5立方米",
    // names
    "__init__",
    "__str__ and __repr__, __init__.py, obj.__class__.__name__",
    "def __init__(self): super().__init__()",
    "__FILE__ and __VA_ARGS__, src/__tests__/a.ts, __pycache__/",
    "snake_case_name, _private and _other, CONST_NAME",
    "f(*args, **kwargs) and {**a, **b}, f(**a,**b)",
    "char *a, *b; int (*f)(int), *p",
    "f(**a,**b) and dist/** or **/node_modules/**",
    "(^_^) and (>_<)",
    "int* a, int* b",
    // paths and patterns
    "src/**/*.ts",
    "*.sh or /etc/*/",
    "*.js, *.ts and *.json",
    "**/node_modules/** and **/*.test.ts",
    "dist/**,src/** or ./*/*",
    ".*foo.* and ^.*$, (.*)foo(.*), [a-z]*foo[0-9]*",
    "\\w*foo\\w*",
    "*/5 * * * * and 0 */2 * * *",
    "SELECT COUNT(*) and SUM(*) FROM t",
    "\"*\" and \"*\", '*' or '*'",
    // hidden letters, and other signs
    "s**t … d**n, f**k/s**t",
    "1234****5678 and 4321****8765",
    "a 5* hotel, a 4* one",
    "/*hint*/ SELECT",
    "a || b and x||y",
  ])("%s", (text) => {
    expect(renderMarkdown(text)).toEqual({ text, entities: [] });
  });
});

describe("shows in its style", () => {
  it.each([
    [
      "*one* and **two words** and ***three***",
      "<italic>one</italic> and <bold>two words</bold> and <italic><bold>three</bold></italic>",
    ],
    [
      "_one_ and __two words__, __Note__",
      "<italic>one</italic> and <bold>two words</bold>, <bold>Note</bold>",
    ],
    [
      "~~gone for good~~ **~~both~~**",
      "<strikethrough>gone for good</strikethrough> <bold><strikethrough>both</strikethrough></bold>",
    ],
    [
      "**a *b* c** and *a **b** c*",
      "<bold>a <italic>b</italic> c</bold> and <italic>a <bold>b</bold> c</italic>",
    ],
    [
      '(*so*), "**so**", *so*—so, **so**: **2024**',
      '(<italic>so</italic>), "<bold>so</bold>", <italic>so</italic>—so, <bold>so</bold>: <bold>2024</bold>',
    ],
    [
      "**S**ingle **T**ask, the **L**iskov",
      "<bold>S</bold>ingle <bold>T</bold>ask, the <bold>L</bold>iskov",
    ],
    [
      "habl**o**, habl**as**; h**a**bl**a**r",
      "habl<bold>o</bold>, habl<bold>as</bold>; h<bold>a</bold>bl<bold>a</bold>r",
    ],
    ["*un*happy, walk*ed*.", "<italic>un</italic>happy, walk<italic>ed</italic>."],
    ["**5**km, **3.5**x, **bot**'un", "<bold>5</bold>km, <bold>3.5</bold>x, <bold>bot</bold>'un"],
    [
      "**on**/**off**, *der*/*die*/*das*",
      "<bold>on</bold>/<bold>off</bold>, <italic>der</italic>/<italic>die</italic>/<italic>das</italic>",
    ],
    [
      "**.gitignore**, **/etc/hosts**, **src/**: code",
      "<bold>.gitignore</bold>, <bold>/etc/hosts</bold>, <bold>src/</bold>: code",
    ],
    ["**Note:**text, **Step 1.**Go", "<bold>Note:</bold>text, <bold>Step 1.</bold>Go"],
    ["Well...*sighs* *Yes.*", "Well...<italic>sighs</italic> <italic>Yes.</italic>"],
    ["**$5** or **-3%**, **50 %**", "<bold>$5</bold> or <bold>-3%</bold>, <bold>50 %</bold>"],
    [
      "**Use 5*4*3 here** and **`__init__`**",
      "<bold>Use 5*4*3 here</bold> and <code>__init__</code>",
    ],
    ["**__init__** is **important**", "<bold>__init__</bold> is <bold>important</bold>"],
    // no spaces between words
    ["**注意：**这是", "<bold>注意：</bold>这是"],
    [
      "**注意：**这是重要的，**警告：**不要。",
      "<bold>注意：</bold>这是重要的，<bold>警告：</bold>不要。",
    ],
    [
      "**'강조'**는 **API**(응용)를 **강조**는",
      "<bold>'강조'</bold>는 <bold>API</bold>(응용)를 <bold>강조</bold>는",
    ],
    [
      "**太字（カッコ）**です。これは**「重要」**です",
      "<bold>太字（カッコ）</bold>です。これは<bold>「重要」</bold>です",
    ],
    [
      "这是**重要**的，使用**Python**编程，共**5**个",
      "这是<bold>重要</bold>的，使用<bold>Python</bold>编程，共<bold>5</bold>个",
    ],
    ["他说**“你好”**然后", "他说<bold>“你好”</bold>然后"],
    ["(1)**标题**：内容", "(1)<bold>标题</bold>：内容"],
    ["~~删除：~~这", "<strikethrough>删除：</strikethrough>这"],
    ['คำว่า**"เน้น"**ครับ **หมายเหตุ:**นี่', 'คำว่า<bold>"เน้น"</bold>ครับ <bold>หมายเหตุ:</bold>นี่'],
    ["*微笑*你好，这是*斜体*。", "<italic>微笑</italic>你好，这是<italic>斜体</italic>。"],
    ["**𠮷野家：**牛丼", "<bold>𠮷野家：</bold>牛丼"],
    ["**⚠️ 注意**请看，**完成🎉**了", "<bold>⚠️ 注意</bold>请看，<bold>完成🎉</bold>了"],
    ["**Важно:** да, **слово**м", "<bold>Важно:</bold> да, <bold>слово</bold>м"],
    ["**مهم:** نص **عريض**", "<bold>مهم:</bold> نص <bold>عريض</bold>"],
  ])("%s", (markdown, expected) => {
    expect(rendered(markdown)).toBe(expected);
  });
});

it.each([
  [
    String.raw`Who knows ¯\_(ツ)_/¯ and _why_`,
    String.raw`Who knows ¯\_(ツ)_/¯ and <italic>why</italic>`,
  ],
  [String.raw`¯\\_(ツ)_/¯ and ¯\\_(ツ)_/¯`, String.raw`¯\_(ツ)_/¯ and ¯\_(ツ)_/¯`],
  [String.raw`¯\\\_(ツ)\_/¯`, String.raw`¯\_(ツ)_/¯`],
  ["`¯\\\\_(ツ)_/¯`", "<code>¯\\\\_(ツ)_/¯</code>"],
])("shows both arms of a shrug, however they are written: %s", (markdown, expected) => {
  expect(rendered(markdown)).toBe(expected);
});
