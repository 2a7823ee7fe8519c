export { formatEdits } from "../chapter/edit/format-edits.ts";
export { participantsOf, renameParticipant } from "../chapter/edit/rename-participant.ts";
