export { accessibilityPage } from './pages/accessibility-page.tsx';
export { privacyPage } from './pages/privacy-page.tsx';
export { sitePagesWeb } from './web.tsx';
