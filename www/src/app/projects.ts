import type { Day, Recipe } from "../engine/protocol";

/** A study that the user had kept on this device. */
export interface Project {
  readonly id: number;
  /** Of its first file. */
  readonly name: string;
  /** When it was kept. */
  readonly day: Day;
  /** How many files it has, and their bytes. */
  readonly count: number;
  readonly size: number;
}

/** What is needed to make the study again. */
export interface ProjectContent {
  readonly files: readonly File[];
  readonly recipe: Recipe;
}

/** Where projects are kept. Fails with a `PageError`. */
export interface Shelf {
  list(): Promise<readonly Project[]>;
  keep(project: Omit<Project, "id">, content: ProjectContent): Promise<void>;
  take(id: number): Promise<ProjectContent>;
  erase(id: number): Promise<void>;
}

/** Today, as the user's calendar has it. */
export function today(now = new Date()): Day {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}
