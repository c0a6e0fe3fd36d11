export { PostingCard, PostingList } from './posting-card.tsx';
