import { Notice } from './notice.tsx';

export const noticeExamples = (
  <>
    <Notice kind="info" title="Information">
      <p>Closes in three days. Ferme dans trois jours.</p>
    </Notice>
    <Notice kind="success" title="Success" level={3}>
      <p>Received. Reçu.</p>
    </Notice>
    <Notice kind="warning">
      <p>
        Without a title, <a href="#warning">with a link</a>.
      </p>
    </Notice>
    <Notice kind="danger" title="Danger">
      <p>Cannot be undone. Irréversible.</p>
    </Notice>
  </>
);
