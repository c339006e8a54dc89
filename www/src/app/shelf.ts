import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Project, ProjectContent, Shelf } from "./projects";
import type { PageError } from "./state";

/** Projects in the browser's own storage. There is none until the first is kept, and none after the last is erased. */

const NAME = "segmentlab";

interface Schema extends DBSchema {
  projects: { key: number; value: Omit<Project, "id"> & { id?: number } };
  contents: { key: number; value: ProjectContent };
}

type Database = IDBPDatabase<Schema>;

/** Does something with the storage and lets go of it; nothing is made where nothing is to be kept. */
async function within<T>(work: (database: Database) => Promise<T>, bytes = 0): Promise<T> {
  let database: Database | undefined;
  try {
    database = await openDB<Schema>(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore("projects", { keyPath: "id", autoIncrement: true });
        fresh.createObjectStore("contents");
      },
    });
    return await work(database);
  } catch (thrown) {
    const full = thrown instanceof DOMException && thrown.name === "QuotaExceededError";
    throw (full ? { code: "storage_full", bytes } : { code: "storage_unavailable" }) satisfies PageError;
  } finally {
    database?.close();
  }
}

/** Whether anything was ever kept; where the browser cannot tell, there may be. */
async function isThere(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch {
    return typeof indexedDB !== "undefined" && indexedDB !== null && !("databases" in indexedDB);
  }
}

async function list(): Promise<readonly Project[]> {
  if (!(await isThere())) return [];
  const all = await within((database) => database.getAll("projects"));
  return all.map((project) => ({ ...project, id: project.id ?? 0 }));
}

export const deviceShelf: Shelf = {
  list,
  keep: (project, content) =>
    within(async (database) => {
      const both = database.transaction(["projects", "contents"], "readwrite");
      const id = await both.objectStore("projects").add(project);
      await both.objectStore("contents").add(content, id);
      await both.done;
    }, project.size),
  take: (id) =>
    within(async (database) => {
      const content = await database.get("contents", id);
      if (content === undefined) throw new Error("gone");
      return content;
    }),
  async erase(id) {
    const left = await within(async (database) => {
      const both = database.transaction(["projects", "contents"], "readwrite");
      await Promise.all([both.objectStore("projects").delete(id), both.objectStore("contents").delete(id)]);
      await both.done;
      return database.count("projects");
    });
    if (left === 0) await deleteDB(NAME);
  },
};
