import type { SchemeSettings } from '../../../../core/schemes/settings-schemas.ts';
import type { Faults } from '../form.ts';

/** What the parts of the form are given. */
export interface FieldsProps {
  readonly typed: SchemeSettings;
  readonly faults: Faults;
  readonly onChange: (change: Partial<SchemeSettings>) => void;
}
