import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const root = import.meta.dirname;

export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      externalizeDeps: { include: ["keytar"] },
      rollupOptions: {
        input: {
          main: resolve(root, "electron/main.ts"),
          "database-worker": resolve(root, "electron/database/worker.ts"),
          "practice-worker": resolve(root, "electron/practice/worker.ts"),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      rollupOptions: {
        input: { preload: resolve(root, "electron/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: resolve(root, "renderer"),
    base: "./",
    plugins: [react()],
    worker: { format: "es" },
    build: {
      outDir: resolve(root, "out/renderer"),
      emptyOutDir: true,
      minify: true,
      // No data: URLs for fonts: the policy allows fonts from the program itself only.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(root, "renderer/index.html") } },
    },
  },
});
