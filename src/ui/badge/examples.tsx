import { Badge } from './badge.tsx';

export const badgeExamples = (
  <p>
    <Badge>Neutral</Badge> <Badge tone="info">Info</Badge> <Badge tone="success">Success</Badge>{' '}
    <Badge tone="warning">Warning</Badge> <Badge tone="danger">Danger</Badge>
  </p>
);
