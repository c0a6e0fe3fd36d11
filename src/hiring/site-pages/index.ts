export { accessibilityPage } from './pages/accessibility-page.tsx';
export { sitePagesWeb } from './web.tsx';
