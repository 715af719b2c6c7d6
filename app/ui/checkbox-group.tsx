import { ChoiceGroup, type Choices } from "./choice-group.tsx";

/** Any number of choices; every checked one is sent under the same name. */
export const CheckboxGroup = (props: Choices) => <ChoiceGroup type="checkbox" {...props} />;
