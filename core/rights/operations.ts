import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import { askToErase, confirmErasure } from './ask-to-erase.ts';
import { declineInvitation, invite } from './invite.ts';
import { myDataFile, myDataText } from './my-data-text.ts';
import { readMyData } from './my-data.ts';
import { addNeverWith, findColleagues, listNeverWith, removeNeverWith } from './never-with.ts';

/** What the bot may ask of core about somebody's rights. Each operation is described where it is defined. */
export function rightsOperations(ports: Ports) {
  return {
    findColleagues: (person: PersonId, name: string) => findColleagues(ports, person, name),
    neverWith: async (person: PersonId) => (await listNeverWith(ports, person)).people,
    addNeverWith: (person: PersonId, colleague: PersonId) => addNeverWith(ports, person, colleague),
    removeNeverWith: (person: PersonId, colleague: PersonId) => removeNeverWith(ports, person, colleague),
    /** @param language BCP 47. `text` is to be read; `file` is the same, and after it as JSON */
    myData: async (person: PersonId, language: string) => {
      const data = await readMyData(ports, person, language);
      return { text: myDataText(data, language), file: myDataFile(data, language) };
    },
    invite: (person: PersonId, colleague: PersonId) => invite(ports, person, colleague),
    declineInvitation: (person: PersonId) => declineInvitation(ports, person),
    askToErase: (person: PersonId) => askToErase(ports, person),
    confirmErasure: (person: PersonId, token: string) => confirmErasure(ports, person, token),
  };
}
