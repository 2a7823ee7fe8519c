export { formatEdits } from "../chapter/edit/format-edits.ts";
export { insertSnippet } from "../chapter/edit/insert-snippet.ts";
export { participantsOf, renameParticipant } from "../chapter/edit/rename-participant.ts";
