import { resolve } from "node:path";

const page = (name) => resolve(import.meta.dirname, "page", `${name}.html`);

export default {
  root: resolve(import.meta.dirname, "page"),
  base: "./",
  worker: { format: "iife" },
  logLevel: "warn",
  build: {
    target: "es2022",
    outDir: resolve(import.meta.dirname, "../../target/bench/page"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: {
        ours: page("ours"),
        duckdb: page("duckdb"),
        papa: page("papa"),
        sheetjs: page("sheetjs"),
        kmeans: page("kmeans"),
        mlkmeans: page("mlkmeans"),
      },
    },
  },
};
