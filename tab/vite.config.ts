import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The tab is served at `/tab`, from the same origin as `/api`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: { outDir: '../dist/tab', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 800 },
});
