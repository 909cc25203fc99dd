import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { SignOutButton, useIdleSignOut, useMe } from '../people/index.ts';
import { Logo, Preferences } from '../ui/index.ts';
import { OfflineBar } from './OfflineBar.tsx';
import './staff-layout.css';

/** What every staff page but the console has around it: the clinic, the way home, who is signed in. */
export function StaffLayout() {
  const { t } = useTranslation();
  useIdleSignOut();
  const me = useMe().data;
  const staff = me?.kind === 'staff' ? me : null;
  return (
    <div className="staff">
      <a href="#content" className="skip-link">
        {t('skipToContent')}
      </a>
      <header className="staff__bar">
        <Link to="/visits" className="staff__home">
          <Logo name={t('appName')} />
        </Link>
        <nav aria-label={t('mainMenu')}>
          <NavLink to="/visits" className="staff__link">
            {t('visits')}
          </NavLink>
          <NavLink to="/patients" className="staff__link">
            {t('patients')}
          </NavLink>
          <NavLink to="/referrals" className="staff__link">
            {t('referrals')}
          </NavLink>
          {staff?.roles.includes('administrator') ? (
            <>
              <NavLink to="/staff" className="staff__link">
                {t('staff')}
              </NavLink>
              <NavLink to="/clinic" className="staff__link">
                {t('clinic')}
              </NavLink>
              <NavLink to="/administration/log" className="staff__link">
                {t('log')}
              </NavLink>
              <NavLink to="/administration/data" className="staff__link">
                {t('dataProtection')}
              </NavLink>
            </>
          ) : null}
        </nav>
        <span className="staff__who">
          <b>{staff?.displayName}</b>
          <span>{staff?.clinicName}</span>
        </span>
        <NavLink to="/security" className="staff__link">
          {t('security')}
        </NavLink>
        <Preferences />
        <SignOutButton />
      </header>
      <OfflineBar />
      <main id="content" className="staff__main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
