export { countWords } from './count-words.ts';
export { lengthOf, plainText, typedText } from './typed-text.ts';
