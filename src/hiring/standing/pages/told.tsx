import { Notice } from '#ui/notice';

/** The answer to what somebody just did. */
export function Told({ words }: { words: string }) {
  return (
    <Notice kind="success" outcome>
      <p>{words}</p>
    </Notice>
  );
}
