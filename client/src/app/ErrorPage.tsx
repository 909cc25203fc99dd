import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Button, PlainPage } from '../ui/index.ts';

/** Shown instead of a page that threw: says so plainly and offers to load again. */
export function ErrorPage() {
  const { t } = useTranslation();
  const outdated = isMissingChunk(useRouteError());
  return (
    <PlainPage
      title={outdated ? t('error.outdatedTitle') : t('error.title')}
      lead={outdated ? t('error.outdatedText') : t('error.text')}
    >
      <div className="form__actions">
        <Button look="primary" onPress={() => window.location.reload()}>
          {t('error.reload')}
        </Button>
        <a href={document.baseURI}>{t('error.toStart')}</a>
      </div>
    </PlainPage>
  );
}

/** A lazy page whose file is gone: the server was updated meanwhile (or the line is away). */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}
