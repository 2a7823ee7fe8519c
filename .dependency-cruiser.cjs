// The import table of src/README.md, as rules. `npm run imports` checks it and asserts that modules were seen at all.

/** Which rooms a room may import from, itself apart; and why the wall stands where it does. */
const rooms = {
  lib: { may: [], why: "lib holds words with no domain; anything it imported would drag a domain in." },
  model: { may: ["lib"], why: "The nouns know no verbs: everything else speaks about the model, never the reverse." },
  chapter: { may: ["model", "lib"], why: "Reading text must not depend on what is later done with it." },
  engine: { may: ["model", "lib"], why: "A run is computed from the model alone, whatever text or view it came from." },
  player: { may: ["model", "lib"], why: "The playhead is a pure reducer: it moves over a trace and computes none." },
  analysis: {
    may: ["model", "lib"],
    why: "Analysis is given traces; were it to run the engine, its answers could not be cached or compared.",
  },
  scene: {
    may: ["analysis", "model", "lib"],
    why: "A scene is numbers to draw, computed anywhere, without a browser.",
  },
  export: {
    may: ["analysis", "scene", "model", "lib"],
    why: "Other forms of a trace are made by the command too, so they need no view.",
  },
  site: {
    may: ["engine", "analysis", "session", "model", "lib"],
    why: "A site is files made from libraries that were read: what reads or writes a disk stays with the command.",
  },
  session: {
    may: ["chapter", "engine", "analysis", "scene", "export", "player", "model", "lib"],
    why: "The session joins the pure rooms; the browser reaches it only through its ports.",
  },
  browser: {
    may: ["session", "scene", "chapter", "engine", "analysis", "export", "model", "lib"],
    why: "The browser room fulfils ports and feeds workers; it knows no view.",
  },
  "mermaid-frame": {
    may: [],
    why: "What runs in the frame without an origin is a program of its own: it knows the page by its messages alone.",
  },
  ui: {
    may: ["session", "scene", "player", "mermaid-frame", "model", "lib"],
    why: "Views show the session and call its actions, and read on every frame where its playhead stands; they neither parse nor simulate nor touch window.",
  },
  embed: {
    may: ["ui", "session", "browser", "scene", "model", "lib"],
    why: "The custom element joins a session and the views, and nothing of the app's pages.",
  },
  cli: {
    may: ["chapter", "engine", "analysis", "scene", "export", "player", "session", "site", "model", "lib"],
    why: "The command runs without a window, so nothing that needs one may come in.",
  },
};

const pure = "lib|model|chapter|engine|analysis|scene|export|player|session";

const wallOf = ([room, { may, why }]) => ({
  name: `room-${room}`,
  comment: `${why} It may import: ${may.length > 0 ? may.join(", ") : "nothing of ours"}.`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: `^src/(${[room, ...may].join("|")})/` },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one idea in two places; types count too.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...Object.entries(rooms).map(wallOf),
    {
      name: "browser-sees-only-ports",
      comment:
        "Of the session the browser may know its ports alone: an adapter that reads the store could not be replaced by a fake.",
      severity: "error",
      from: { path: "^src/browser/" },
      to: { path: "^src/session/", pathNot: "^src/session/(ports)(/|\\.|-)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "site-sees-only-ports",
      comment: "Of the session a site knows how its data is shaped and how a link is written, never its state.",
      severity: "error",
      from: { path: "^src/site/" },
      to: { path: "^src/session/", pathNot: "^src/session/(ports|link)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "browser-measures-for-scene",
      comment: "The browser gives scene its text widths by an interface (types); drawing numbers are not its business.",
      severity: "error",
      from: { path: "^src/browser/" },
      to: { path: "^src/scene/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "element-stays-small",
      comment:
        "A page that embeds a flow pays for all of it: the editor, Mermaid, React's extras and the command stay out.",
      severity: "error",
      from: { path: "^src/(element|embed|ui/flow)" },
      to: {
        path: "src/(cli|ui/(write|blast|diagnose|compare|share|library))/|node_modules/(mermaid|@codemirror)",
        reachable: true,
      },
    },
    {
      name: "pure-rooms-without-node",
      comment: "Pure rooms run in a page, a worker and a terminal alike, so Node's own modules stay outside.",
      severity: "error",
      from: { path: `^src/(${pure}|ui|embed|browser)/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pure-rooms-without-views",
      comment: "React and d3's drawing modules belong to views; a pure room that needs them has a view inside.",
      severity: "error",
      from: { path: `^src/(${pure})/` },
      to: { path: "node_modules/(react|react-dom|d3-selection|d3-axis|lucide-react|mermaid|comlink)/" },
    },
    {
      name: "readers-only-in-chapter",
      comment: "Markdown and YAML are read in one place, so that the first view can do without their weight.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(chapter|cli|browser)/" },
      to: {
        path: "node_modules/(remark-|mdast-util-(?!to-string)|micromark|unified|yaml)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "frame-seen-by-its-protocol",
      comment: "Were the page to import what the frame runs, Mermaid would run in the page.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/mermaid-frame/" },
      to: { path: "^src/mermaid-frame/", pathNot: "protocol\\.ts$" },
    },
    {
      name: "mermaid-only-in-its-frame",
      comment:
        "Mermaid makes markup of what it reads; outside the frame that has no origin it would be the page's own.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/mermaid-frame/" },
      to: { path: "^mermaid$|node_modules/mermaid/" },
    },
    {
      name: "only-entries-join",
      comment: "Entries join rooms; a room that imports an entry has turned the house upside down.",
      severity: "error",
      from: { path: "^src/[^/]+/" },
      to: { path: "^src/[^/]+\\.tsx?$" },
    },
    {
      name: "product-without-tests",
      comment: "What ships must not lean on what only tests it.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^test/" },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that leads nowhere is found here in a second, and in a bundle only later.",
      severity: "error",
      from: { path: "^src/" },
      // mdast and vite are asked for types alone: there is no file to lead to, and the compiler checks them. The letters'
      // shapes are made at build.
      to: {
        couldNotResolve: true,
        pathNot: "^virtual:|^(mdast|vite|mermaid)$|^virtual:hopwise-glyphs/|\\?(worker|raw|url|inline)",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"] },
  },
};
