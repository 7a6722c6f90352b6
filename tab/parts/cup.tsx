import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  cup: { color: tokens.colorBrandForeground1, width: '72px', height: '72px' },
});

/** The product's mark. */
export function Cup({ steaming = true }: { readonly steaming?: boolean }) {
  return (
    <svg
      className={useStyles().cup}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M6 13h16v7a6 6 0 0 1-6 6h-4a6 6 0 0 1-6-6z" />
      <path d="M22 15h2a3.5 3.5 0 0 1 0 7h-2.3" />
      {steaming && <path d="M11 4c-1.6 1.8 1.6 3.2 0 5M17 4c-1.6 1.8 1.6 3.2 0 5" />}
    </svg>
  );
}
