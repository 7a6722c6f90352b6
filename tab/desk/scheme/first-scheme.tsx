import { useApp } from '../../context/app-context.ts';
import { Notice } from '../../parts/states.tsx';

/** Makes the first scheme. */
export default function FirstScheme() {
  const { title, text } = useApp().words.now.noScheme;
  return <Notice title={title} text={text} />;
}
