import { defineConfig } from "vite";

export default defineConfig({
  // Relative addresses: the built page works under any path of any static host.
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // Workers are made from inline blobs, so that they inherit the page's Content-Security-Policy.
  worker: { format: "iife" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // The notices of what is built in, as their licences ask.
    license: { fileName: "licenses.md" },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1", port: 4173 },
});
