import { makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import { useApp } from '../context/app-context.ts';
import { initialsOf } from '../parts/names.ts';
import { layOut, lineHeight, radius, radiusOfMe, type Labelled } from './lay-out.ts';

/** The narrowest that is laid out, in pixels: what 320 px leave for it. */
const narrowest = 240;

const useStyles = makeStyles({
  room: { width: '100%', minHeight: '120px' },
  picture: { display: 'block', maxWidth: '100%', fontSize: '12px' },
  line: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: '1.5px' },
  // Everybody moves to their new place when the network grows.
  place: {
    transitionProperty: 'transform',
    transitionDuration: '400ms',
  },
  person: {
    animationName: { from: { opacity: 0, transform: 'scale(0.3)' }, to: { opacity: 1, transform: 'none' } },
    animationDuration: '400ms',
    animationTimingFunction: 'ease-out',
  },
  circle: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorBrandStroke1, strokeWidth: '1.5px' },
  circleOfMe: {
    fill: tokens.colorBrandBackground,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '2px',
  },
  initials: { fill: tokens.colorNeutralForeground1, fontSize: '11px' },
  initialsOfMe: { fill: tokens.colorNeutralForegroundOnBrand, fontSize: '14px', fontWeight: 600 },
  name: { fill: tokens.colorNeutralForeground1 },
  label: { fill: tokens.colorNeutralForeground2, fontWeight: 600 },
});

interface Props {
  readonly groups: readonly Labelled[];
  /** What somebody hears who does not see the picture. */
  readonly description: string;
}

/** The reader in the middle, and around them the people whom they met, by department. */
export function NetworkPicture({ groups, description }: Props) {
  const styles = useStyles();
  const { me, words } = useApp();
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);

  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return undefined;
    const measure = () => {
      setWidth(Math.max(narrowest, element.clientWidth));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  const isRightToLeft = words.direction === 'rtl';
  const picture = width === null ? null : layOut(groups, width, isRightToLeft);
  return (
    <div ref={room} className={styles.room}>
      {picture !== null && (
        <svg
          className={styles.picture}
          width={picture.width}
          height={picture.height}
          role="img"
          aria-label={description}
        >
          {picture.groups.map(({ label, line }) => (
            <path key={label} className={styles.line} d={line} />
          ))}
          {picture.groups.map((group) => (
            <g key={group.label}>
              <text className={styles.label} textAnchor={group.side === 'after' ? 'start' : 'end'}>
                {group.lines.map((words, i) => (
                  <tspan key={i} x={group.at.x} y={group.at.y + i * lineHeight}>
                    {words}
                  </tspan>
                ))}
              </text>
              {group.people.map(({ person, x, y }) => (
                <g
                  key={person.id}
                  className={styles.place}
                  style={{ transform: `translate(${x}px, ${y}px)` }}
                >
                  <title>{person.name}</title>
                  <g className={styles.person}>
                    <circle r={radius} className={styles.circle} />
                    <text className={styles.initials} textAnchor="middle" dy="0.35em">
                      {initialsOf(person.name)}
                    </text>
                    {picture.isNamed && (
                      <text
                        className={styles.name}
                        textAnchor={group.side === 'after' ? 'start' : 'end'}
                        x={(radius + 6) * ((group.side === 'after') === isRightToLeft ? -1 : 1)}
                        dy="0.35em"
                      >
                        {person.name}
                      </text>
                    )}
                  </g>
                </g>
              ))}
            </g>
          ))}
          <g style={{ transform: `translate(${picture.me.x}px, ${picture.me.y}px)` }}>
            <circle r={radiusOfMe} className={styles.circleOfMe} />
            <text className={styles.initialsOfMe} textAnchor="middle" dy="0.35em">
              {initialsOf(me.name)}
            </text>
            <text className={styles.label} textAnchor="middle" y={radiusOfMe + lineHeight - 2}>
              {words.history.network.you}
            </text>
          </g>
        </svg>
      )}
    </div>
  );
}
