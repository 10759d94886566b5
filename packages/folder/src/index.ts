export { createFolder } from "./create-folder.ts";
export { damagedFiles } from "./damaged-files.ts";
export { fileOutages } from "./file-outages.ts";
export { filesOf } from "./files.ts";
export { mustBeFolder } from "./must-be-folder.ts";
export { openFolder, type OpenFolderOptions } from "./open-folder.ts";
export { roomOf } from "./room.ts";
