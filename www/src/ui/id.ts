import { useState } from "preact/hooks";

let last = 0;

/**
 * An id of its own for as long as the component lives. (Preact's `useId` counts from the root of the tree and
 * starts anew with every `render` of the page, so that what appears later takes ids that are in use.)
 */
export const useId = (): string => useState(() => `id-${++last}`)[0];
