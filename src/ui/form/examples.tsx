import { Actions, Button, ButtonLink } from './button.tsx';
import { Form } from './form.tsx';
import { TextField } from './text-field.tsx';

/** Whole forms are in `#ui/examples`; here are the buttons. */
export const buttonExamples = (
  <Form action="#buttons" method="get" label="Buttons">
    <TextField name="short" label="Short" width="short" inputmode="numeric" />
    <Actions>
      <Button>Primary</Button>
      <Button variant="secondary">Secondary</Button>
      <Button variant="danger">Danger</Button>
      <Button variant="quiet">Quiet</Button>
      <ButtonLink href="#link" small>
        Small link
      </ButtonLink>
    </Actions>
  </Form>
);
