import { PostingCard, PostingList } from './posting-card.tsx';

export const postingCardExamples = (
  <PostingList>
    <PostingCard
      href="#card-one"
      level={3}
      title="Everything known"
      summary="A sentence."
      facts={['Moncton', 'IT-02']}
      closing="Closes July 31, 2026"
      state={{ tone: 'neutral', label: 'Closed' }}
    />
    <PostingCard href="#card-two" level={3} title="Only a title" />
  </PostingList>
);
