import { makeStyles, tokens } from '@fluentui/react-components';
import { detailsOf } from '../../../core/words/pairing-facts.ts';
import type { MemberView } from '../../../core/words/pairing-view.ts';
import { useApp } from '../../context/app-context.ts';
import { Face } from '../../parts/face.tsx';
import { useLook } from '../look.ts';

const useStyles = makeStyles({
  person: { display: 'flex', gap: '12px', alignItems: 'flex-start' },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Who they are: picture, name, role and place, and what they say about themselves. */
export function Who({ partners }: { readonly partners: readonly MemberView[] }) {
  // The heading has the name of a single one.
  return partners.map((partner) => (
    <Person key={partner.id} partner={partner} isNamed={partners.length > 1} />
  ));
}

function Person({ partner, isNamed }: { readonly partner: MemberView; readonly isNamed: boolean }) {
  const look = useLook();
  const styles = useStyles();
  const { words } = useApp();
  const said = words.chat.signUp.profile;
  const { id, about, drink, askMe, answer } = partner;
  const name = partner.name || words.colleague;
  const details = detailsOf(partner).join(' · ');
  return (
    <div className={styles.person}>
      <Face person={{ id, name }} size={56} />
      <div className={look.lines}>
        {isNamed && <span className={styles.name}>{name}</span>}
        {details !== '' && <span className={look.quiet}>{details}</span>}
        {about !== undefined && <span>{about}</span>}
        {drink !== undefined && <span>{said.drink({ drink })}</span>}
        {askMe !== undefined && <span>{said.askMe({ askMe })}</span>}
        {answer !== 'none' && <span className={look.quiet}>{words.now.answered[answer]}</span>}
      </div>
    </div>
  );
}
