/** What a drop or a folder may hold that we read. */
const readable = /\.(md|markdown|mmd|mermaid|txt)$/i;
/** A dropped home folder is a mistake; nobody's library is this large. */
const mostFiles = 2_000;

export interface Dropped {
  /** Each with its path inside what was dropped. */
  readonly files: readonly File[];
  readonly text?: string;
  readonly url?: string;
}

/** Everything in a drop: files, folders with all they hold, or text. To be called in the drop's own event. */
export async function readDrop(data: DataTransfer): Promise<Dropped> {
  const url = data.getData("text/uri-list").split("\n")[0]?.trim();
  const text = data.getData("text/plain");
  const entries = [...data.items].flatMap((item) => {
    const entry = item.kind === "file" ? item.webkitGetAsEntry?.() : undefined;
    return entry ? [entry] : [];
  });
  const loose = [...data.files];
  if (!entries.some((entry) => entry.isDirectory)) {
    if (loose.length > 0) return { files: loose };
    return { files: [], ...(url ? { url } : {}), ...(text ? { text } : {}) };
  }
  const found: File[] = [];
  // What lies beside a folder was picked by hand, as several files are: what is no text of it is told, not passed over.
  for (const entry of entries) await (entry.isFile ? take(entry as FileSystemFileEntry, found) : collect(entry, found));
  return { files: found };
}

/** The readable files of a chosen folder, each named by its path in it: as many as of one that is dropped. */
export function readableIn(files: readonly File[]): File[] {
  const wanted = files.filter(({ name, webkitRelativePath: path }) => {
    return readable.test(name) && !path.split("/").some(isPassedOver);
  });
  return wanted.slice(0, mostFiles);
}

/** What is in a folder and is nobody's chapter: hidden files, and the packages of others. */
function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

async function take(entry: FileSystemFileEntry, found: File[]): Promise<void> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  found.push(new File([file], entry.fullPath.replace(/^\//, ""), { type: file.type }));
}

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= mostFiles || isPassedOver(entry.name)) return;
  if (entry.isFile) {
    if (readable.test(entry.name)) await take(entry as FileSystemFileEntry, found);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A directory is handed out in parts; an empty one is the end.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return;
    for (const each of part) await collect(each, found);
  }
}
