import { mostWrittenOfScheme } from '../../../../core/records/limits/most-written.ts';
import { WrittenField } from '../../../settings/wishes/written-field.tsx';
import { useDeskWords } from '../../desk-words.ts';
import type { FieldsProps } from './fields-props.ts';

/** What people read of a scheme. */
export function WhatFields({ typed, faults, onChange }: FieldsProps) {
  const said = useDeskWords().scheme;
  return (
    <>
      <WrittenField
        label={said.name}
        hint={said.nameText}
        fault={faults.name === undefined ? null : said[faults.name]}
        value={typed.name}
        most={mostWrittenOfScheme.name}
        lines="one"
        onChange={(name) => {
          onChange({ name });
        }}
      />
      <WrittenField
        label={said.purpose}
        hint={said.purposeText}
        value={typed.purpose}
        most={mostWrittenOfScheme.purpose}
        lines="several"
        onChange={(purpose) => {
          onChange({ purpose });
        }}
      />
      <WrittenField
        label={said.ownRule}
        hint={said.ownRuleText}
        value={typed.ownRule ?? ''}
        most={mostWrittenOfScheme.ownRule}
        lines="several"
        onChange={(ownRule) => {
          onChange({ ownRule });
        }}
      />
    </>
  );
}
