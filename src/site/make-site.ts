import { libraryFiles } from "./library-files.ts";
import { linkTag, renderPage } from "./render-page.ts";
import type { Shelved } from "./shelved.ts";
import type { SiteFile } from "./site-file.ts";

/** Every file of a site but those that are the app's own: pages and data, made from the chapters. */
export function makeSite(shelved: readonly Shelved[], template: string): readonly SiteFile[] {
  const { indexPath, files } = libraryFiles(shelved);
  const library = linkTag({ id: "library", rel: "preload", as: "fetch", crossorigin: "", href: `./${indexPath}` });
  return [...files, { path: "index.html", content: renderPage(template, { depth: 0, tags: [library] }) }];
}
