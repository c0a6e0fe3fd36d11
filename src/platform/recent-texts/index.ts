export { recentTexts, standingAlone } from './recent-texts.ts';
export { seenLately } from './seen-lately.ts';
