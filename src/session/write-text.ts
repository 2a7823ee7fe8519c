// The editor's door to what is done to a chapter's text. Loaded with the editor only.
export {
  type Completion,
  completeLine,
  type Offer,
  type Surroundings,
  type Vocabulary,
} from "../chapter/edit/complete.ts";
export { completeFrontMatter } from "../chapter/edit/complete-front-matter.ts";
export { type DirectiveHelp, directiveHelp, findDirective } from "../chapter/edit/directive-help.ts";
export { type Fix, fixesFor } from "../chapter/edit/fixes.ts";
export { findKeyHelp } from "../chapter/edit/front-matter-help.ts";
export { placeInFrontMatter } from "../chapter/edit/front-matter-place.ts";
export type { Renaming, Written } from "../chapter/edit/rename-participant.ts";
export { type Snippet, snippets } from "../chapter/edit/snippets.ts";
export { template } from "../chapter/edit/template.ts";
export { applyEdits, type TextEdit } from "../chapter/edit/text-edit.ts";
