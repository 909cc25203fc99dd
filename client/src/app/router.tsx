import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { basePath } from '../http/index.ts';
import { RequireAdministrator, RequireStaff } from '../people/index.ts';
import { Busy } from '../ui/index.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { StaffLayout } from './StaffLayout.tsx';
import { StartPage } from './StartPage.tsx';

function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }), errorElement: <ErrorPage /> };
}

/** Every page of the client; each loads when it is opened. */
const routes: RouteObject[] = [
  {
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <Busy />,
    children: [
      { index: true, element: <StartPage /> },
      page('set-up', async () => (await import('../people/SetUpPage.tsx')).SetUpPage),
      page('sign-in', async () => (await import('../people/SignInPage.tsx')).SignInPage),
      page('my-record', async () => (await import('../audit/MyRecordPage.tsx')).MyRecordPage),
      page('second-factor', async () => (await import('../people/SecondFactorPage.tsx')).SecondFactorPage),
      page('join', async () => (await import('../people/JoinPage.tsx')).JoinPage),
      page('lost-link', async () => (await import('../patient/LostLinkPage.tsx')).LostLinkPage),
      page('visit', async () => (await import('../patient/PatientApp.tsx')).PatientApp),
      {
        element: <RequireStaff />,
        children: [
          {
            element: <StaffLayout />,
            children: [
              page('visits', async () => (await import('../appointments/VisitsPage.tsx')).VisitsPage),
              page('administration/log', async () => (await import('../audit/AuditPage.tsx')).AuditPage),
              page('administration/data', async () => (await import('../rights/RetentionPage.tsx')).RetentionPage),
              page('patients', async () => (await import('../patients/PatientsPage.tsx')).PatientsPage),
              page('patients/:patientId', async () => (await import('../patients/PatientPage.tsx')).PatientPage),
              page('referrals', async () => (await import('../patients/ReferralsPage.tsx')).ReferralsPage),
              page('duplicates', async () => (await import('../patients/DuplicatesPage.tsx')).DuplicatesPage),
              page('visits/:encounterId/summary', async () => (await import('../summary/SummaryPage.tsx')).SummaryPage),
              page('security', async () => (await import('../people/SecurityPage.tsx')).SecurityPage),
              {
                element: <RequireAdministrator />,
                children: [
                  page('staff', async () => (await import('../people/StaffPage.tsx')).StaffPage),
                  page('clinic', async () => (await import('../people/ClinicPage.tsx')).ClinicPage),
                ],
              },
            ],
          },
          page('visits/:encounterId', async () => (await import('../console/ConsolePage.tsx')).ConsolePage),
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

export function createAppRouter() {
  return createBrowserRouter(routes, { basename: basePath() });
}
