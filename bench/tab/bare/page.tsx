// The least that a page of Fluent UI can be: its theme, and one card with a heading, a sentence and a button. With `?dated` the sentence
// says a date, as every card about a meeting does: for the first one the browser reads its tables.
import { Button, Card, FluentProvider, teamsLightTheme, Text, Title3 } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html: expected an element with the id "root"');
const sentence = location.search === '?dated' ? dated() : 'With a sentence.';
createRoot(element).render(
  <FluentProvider theme={teamsLightTheme}>
    <Card>
      <Title3 as="h1">A card</Title3>
      <Text>{sentence}</Text>
      <Button appearance="primary">And a button</Button>
    </Card>
  </FluentProvider>,
);

function dated(): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  }).format(new Date('2026-12-15T14:00:00Z'));
}
