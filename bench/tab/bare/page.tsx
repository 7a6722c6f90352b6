// The least that a page of Fluent UI can be: its theme, and one card with a heading and a button.
import { Button, Card, FluentProvider, teamsLightTheme, Text, Title3 } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html: expected an element with the id "root"');
createRoot(element).render(
  <FluentProvider theme={teamsLightTheme}>
    <Card>
      <Title3 as="h1">A card</Title3>
      <Text>With a sentence.</Text>
      <Button appearance="primary">And a button</Button>
    </Card>
  </FluentProvider>,
);
