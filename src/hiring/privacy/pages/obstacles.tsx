import { defaultTimeZone } from '#hiring/postings';
import { formatDate } from '#platform/i18n';
import type { Words } from '../messages/index.ts';
import type { Obstacle } from '../rules.ts';

/** Everything that stands in the way, each with its date where it has one. */
export function Obstacles({ obstacles, t }: { obstacles: readonly Obstacle[]; t: Words }) {
  return (
    <ul>
      {obstacles.map((obstacle) => (
        <li key={obstacle.kind}>{obstacleWords(obstacle, t)}</li>
      ))}
    </ul>
  );
}

function obstacleWords({ kind, until }: Obstacle, t: Words): string {
  return t(`obstacle.${kind}`, until ? { date: dateWords(until, t) } : {});
}

export function dateWords(instant: Date, t: Words): string {
  return formatDate(instant, t.lang, defaultTimeZone);
}
