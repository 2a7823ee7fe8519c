// What reads a whole chapter to say how its text is to change. It needs the Markdown and YAML readers, so it is loaded
// when it is asked for, into the page or into a worker.
export { formatEdits } from "./format-edits.ts";
export { insertSnippet } from "./insert-snippet.ts";
export { participantsOf, renameParticipant } from "./rename-participant.ts";
