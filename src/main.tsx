import "./ui/theme/fonts.css";
import "./ui/theme/tokens.css";
import "./ui/theme/base.css";
import "./ui/theme/forced-colors.css";
import { createRoot } from "react-dom/client";
import { createPorts } from "./browser/create-ports.ts";
import { createMeasure } from "./browser/measure-text.ts";
import { openSiteShelf } from "./browser/site-shelf.ts";
import { stageFonts } from "./scene/measure-text.ts";
import { createSession } from "./session/create-session.ts";
import { App } from "./ui/app/App.tsx";
import { SessionProvider } from "./ui/app/SessionProvider.tsx";

const measureStage = () => createMeasure(stageFonts);
/** What can wait until the page has long been there, ms. */
const whenAtRest = 2_000;

void openSiteShelf().then((shelf) => {
  const session = createSession(createPorts(shelf));
  if (shelf.trouble) session.actions.tell("bad", shelf.trouble);
  const root = document.getElementById("app");
  if (!root) return;
  createRoot(root).render(
    <SessionProvider session={session} createMeasure={measureStage}>
      <App />
    </SessionProvider>,
  );
  if (document.querySelector("#live, #offline")) {
    setTimeout(async () => (await import("./site-services.ts")).startSiteServices(session, shelf), whenAtRest);
  }
});
