import assert from 'node:assert/strict';
import { invitation } from '../../../core/messages/invitation.ts';

describe('an Outlook invitation', () => {
  const members = [
    { name: 'Ann Archer', language: 'en-GB', department: 'Planning', office: 'Leeds' },
    { name: 'Bernd Becker', language: 'de-DE' },
  ];

  it('names both, how long, and where to start', () => {
    const { subject, body } = invitation({ schemeName: 'UnMentoring', minutes: 30, members });
    assert.equal(subject, 'UnMentoring: Ann Archer and Bernd Becker');
    assert.match(body, /<li>Ann Archer, Planning, Leeds<\/li><li>Bernd Becker<\/li>/);
    assert.match(body, /30 minutes/);
    assert.match(body, /<li>Think: .*<li>Do: .*<li>Share: /);
  });

  it('is in the language that all members share, else in English', () => {
    const german = members.map((member) => ({ ...member, language: 'de-AT' }));
    assert.match(invitation({ schemeName: 'U', minutes: 30, members: german }).subject, /Archer und Bernd/);
    assert.match(invitation({ schemeName: 'U', minutes: 30, members }).subject, /Archer and Bernd/);
    const neither = members.map((member) => ({ ...member, language: 'pt-BR' }));
    assert.match(invitation({ schemeName: 'U', minutes: 30, members: neither }).subject, /Archer and Bernd/);
  });

  it('lets no name become HTML', () => {
    const names = [
      { name: '<img src=x onerror="alert(1)">', language: 'en' },
      { name: "O'Neil & Co", language: 'en' },
    ];
    const { body } = invitation({ schemeName: '<b>', minutes: 30, members: names });
    assert.doesNotMatch(body, /<img|<b>/);
    assert.match(body, /&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;/);
    assert.match(body, /O&#39;Neil &amp; Co/);
  });
});
