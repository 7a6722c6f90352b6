import { Avatar, type AvatarProps } from '@fluentui/react-components';
import { usePhoto } from '../api/queries.ts';

interface Props {
  readonly person: { readonly id: string; readonly name: string };
  /** Pixels. */
  readonly size: NonNullable<AvatarProps['size']>;
}

/** Somebody's picture; their initials where there is none, and until it comes. The name is written beside it. */
export function Face({ person: { id, name }, size }: Props) {
  const photo = usePhoto(id);
  return (
    <Avatar
      name={name}
      color="colorful"
      idForColor={id}
      size={size}
      aria-hidden
      {...(photo !== null && { image: { src: photo } })}
    />
  );
}
