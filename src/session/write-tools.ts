export { formatEdits } from "../chapter/edit/format-edits.ts";
export { participantsOf, type Renaming, renameParticipant } from "../chapter/edit/rename-participant.ts";
