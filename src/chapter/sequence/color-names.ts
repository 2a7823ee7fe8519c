/** CSS's names of colours, those of the system and the keywords that any property takes, as Chromium knows them. */
const names = new Set(
  (
    "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood " +
    "cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray " +
    "darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen " +
    "darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue " +
    "firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew " +
    "hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan " +
    "lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray " +
    "lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue " +
    "mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred " +
    "midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid " +
    "palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple " +
    "rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue " +
    "slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white " +
    "whitesmoke yellow yellowgreen transparent currentcolor inherit initial unset revert accentcolor accentcolortext " +
    "activetext buttonborder buttonface buttontext canvas canvastext field fieldtext graytext highlight highlighttext " +
    "linktext mark marktext selecteditem selecteditemtext visitedtext activeborder activecaption appworkspace " +
    "background buttonhighlight buttonshadow captiontext inactiveborder inactivecaption inactivecaptiontext " +
    "infobackground infotext menu menutext scrollbar threeddarkshadow threedface threedhighlight threedlightshadow " +
    "threedshadow window windowframe windowtext"
  ).split(" "),
);

/** Whether CSS knows the colour. The web component asks its browser (browser/color-names.ts). */
export function isColor(text: string): boolean {
  return names.has(text.toLowerCase()) || isColorCall(text);
}

/** `rgb()`, `rgba()`, `hsl()` and `hsla()` with commas, or with blanks and a `/` before the alpha. */
function isColorCall(text: string): boolean {
  const call = /^(rgb|hsl)a?\(([^()]*)\)$/i.exec(text);
  if (call === null) return false;
  const body = (call[2] ?? "").trim();
  const commas = body.includes(",");
  const [main = "", slashed, ...more] = commas ? [body] : body.split("/");
  if (more.length > 0) return false;
  const parts = main.trim().split(commas ? /\s*,\s*/ : /\s+/);
  if (slashed !== undefined) parts.push(slashed.trim());
  if (parts.length !== 3 && !(parts.length === 4 && (commas || slashed !== undefined))) return false;
  const number = /^[+-]?(?:\d*\.)?\d+(?:e[+-]?\d+)?(%|deg|rad|grad|turn)?$/i;
  const units = parts.map((part) => (!commas && part === "none" ? "none" : number.exec(part)?.[1]?.toLowerCase()));
  const valid = parts.every((part) => number.test(part) || (!commas && part === "none"));
  if (!valid) return false;
  const angle = (unit: string | undefined): boolean => unit !== undefined && unit !== "%" && unit !== "none";
  if (call[1]?.toLowerCase() === "hsl") {
    if (units[0] === "%" || units.slice(1).some(angle)) return false;
    return !commas || (units[1] === "%" && units[2] === "%");
  }
  if (units.some(angle)) return false;
  return !commas || (units[0] === units[1] && units[1] === units[2]);
}
