import { createRoot } from 'react-dom/client';
import { Root } from './root.tsx';
import { connectToHost } from './teams/host.ts';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html: expected an element with the id "root"');
createRoot(element).render(<Root connecting={connectToHost()} />);
