import type { Lang, SampleId, Theme } from "./state";

/** What the page takes from the browser and keeps in it: language and colours, files to open and to save. Nothing of the user's data is kept. */

const KEPT = "segmentlab";

interface Kept {
  readonly lang?: Lang;
  readonly theme?: Theme;
}

// A browser may forbid storage; the page works without.
function kept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

export function keep(choice: Kept): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...kept(), ...choice }));
  } catch {
    return;
  }
}

export function preferredLang(): Lang {
  const { lang } = kept();
  if (lang === "zh" || lang === "en") return lang;
  return navigator.languages.find((one) => /^(zh|en)\b/i.test(one))?.startsWith("zh") ? "zh" : "en";
}

export function preferredTheme(): Theme {
  const { theme } = kept();
  if (theme === "light" || theme === "dark") return theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

const SAMPLE_FILES: Record<SampleId, readonly string[]> = {
  retail: ["online-retail.csv"],
  fmcg: ["fmcg-orders.csv", "fmcg-customers.csv", "fmcg-visits.csv", "fmcg-targets.csv"],
};

/** The files of a sample, the main one first. */
export const fetchSample = (id: SampleId): Promise<File[]> =>
  Promise.all(SAMPLE_FILES[id].map((name) => fetchFile(id, name)));

async function fetchFile(sample: SampleId, name: string): Promise<File> {
  try {
    const answer = await fetch(new URL(`samples/${name}`, document.baseURI));
    if (answer.ok) return new File([await answer.blob()], name, { type: "text/csv" });
  } catch {
    // Told below, like an answer that is none.
  }
  throw { code: "sample_unavailable", sample };
}

/** The files of a drop, those inside dropped folders too; hidden ones are left out there. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The list is only there until the event is over.
  const plain = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = entry as FileSystemFileEntry;
    return [await new Promise<File>((resolve, reject) => file.file(resolve, reject))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A browser gives a hundred at a time, and none when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    inside.push(...some.filter(({ name }) => !name.startsWith(".")));
  }
  return (await Promise.all(inside.map(filesIn))).flat();
}

export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun when the click returns; the address may go once the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
