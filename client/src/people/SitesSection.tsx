import { addSite, renameSite } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Button, ProblemBanner, TextField } from '../ui/index.ts';

interface Site {
  siteId: string;
  name: string;
}

/** Places where patients are seen or helped. */
export function SitesSection({ sites }: { sites: readonly Site[] }) {
  const { t } = useTranslation('staff');
  const queries = useQueryClient();
  /** Null while nothing is edited; without an id it is a new one. */
  const [edited, setEdited] = useState<{ siteId: string | null; name: string } | null>(null);
  const save = useMutation({
    mutationFn: ({ siteId, name }: { siteId: string | null; name: string }) =>
      siteId ? call(renameSite, { params: { siteId }, body: { name } }) : call(addSite, { body: { name } }),
    onSuccess: () => {
      setEdited(null);
      return queries.invalidateQueries({ queryKey: ['clinic'] });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const name = edited?.name.trim();
    if (edited && name) save.mutate({ ...edited, name });
  }
  return (
    <section className="card section" aria-labelledby="sites-title">
      <h2 id="sites-title">{t('clinic.sites')}</h2>
      {sites.length === 0 ? <p>{t('clinic.noSites')}</p> : null}
      {sites.length > 0 ? (
        <ul className="rows">
          {sites.map((site) => (
            <li key={site.siteId} className="rows__row">
              <div className="rows__what">
                <b>{site.name}</b>
              </div>
              <Button
                look="quiet"
                aria-label={t('clinic.renameNamed', { name: site.name })}
                onPress={() => setEdited(site)}
              >
                {t('clinic.rename')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {edited ? (
        <Form className="form" onSubmit={submit}>
          <ProblemBanner error={save.error} />
          <TextField
            label={t('clinic.siteName')}
            value={edited.name}
            onChange={(name) => setEdited({ ...edited, name })}
            maxLength={120}
            autoFocus
          />
          <div>
            <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!edited.name.trim()}>
              {t('clinic.save')}
            </Button>
          </div>
        </Form>
      ) : (
        <div>
          <Button onPress={() => setEdited({ siteId: null, name: '' })}>{t('clinic.add')}</Button>
        </div>
      )}
    </section>
  );
}
