import { STAFF_ROLES, type StaffRole } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../ui/index.ts';

interface RolesFieldProps {
  value: readonly StaffRole[];
  onChange: (roles: StaffRole[]) => void;
  isMissing: boolean;
}

/** One person may have several roles. */
export function RolesField({ value, onChange, isMissing }: RolesFieldProps) {
  const { t } = useTranslation('staff');
  return (
    <CheckboxField
      label={t('roles')}
      value={value}
      onChange={onChange}
      options={STAFF_ROLES.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`roleHint.${role}`) }))}
      error={isMissing ? t('rolesMissing') : undefined}
    />
  );
}
