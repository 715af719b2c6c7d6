import { ChoiceGroup, type Choices } from "./choice-group.tsx";

/** One choice of a few; for more than seven use a SelectField. */
export const RadioGroup = (props: Choices) => <ChoiceGroup type="radio" {...props} />;
