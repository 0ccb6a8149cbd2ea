/** Parts of invented people and firms. */
export const GIVEN = ['Adaeze', 'Bruno', 'Clara', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hiroko', 'Ines', 'Jonas', 'Katarina', 'Luca', 'Mairead', 'Noor', 'Oskar'];
export const FAMILY = ['Albrecht', 'Boateng', 'Castellanos', 'Dufour', 'Eriksen', 'Ferrante', 'Grabowski', 'Haddad', 'Ivanova', 'Jansen', 'Kovalenko', 'Lindqvist'];
export const CITIES = [
  ['Zürich', 'CH'],
  ['Lyon', 'FR'],
  ['Leeds', 'GB'],
  ['Graz', 'AT'],
  ['Bologna', 'IT'],
  ['Porto', 'PT'],
] as const;
export const POSITIONS = ['Software Engineer', 'Data Analyst', 'Project Manager', 'Product Designer', 'Site Reliability Engineer', 'Financial Controller'];
export const GRADES = ['Junior', 'Senior', 'Lead', 'Principal'];
export const FIRMS = ['Nordwind Logistik', 'Helio Energy', 'Castor Analytics', 'Blue Heron Software', 'Meridian Health', 'Quayside Insurance', 'Atelier Lumen'];
export const FORMS = ['AG', 'Ltd', 'GmbH', 'Inc', 'SA'];
export const VERBS = ['Introduced', 'Rebuilt', 'Led', 'Automated', 'Negotiated', 'Designed', 'Migrated', 'Measured'];
export const OBJECTS = ['the billing platform', 'quarterly forecasts', 'the onboarding of new customers', 'a team of analysts', 'the deployment pipeline', 'supplier contracts', 'the warehouse of event data'];
export const EFFECTS = ['which cut the cost per order by', 'raising customer satisfaction by', 'and reduced lead time by', 'while incidents fell by', 'so that revenue rose by'];
export const SKILLS = ['TypeScript', 'PostgreSQL', 'Kubernetes', 'Python', 'Figma', 'SQL', 'Terraform', 'Power BI', 'Scrum', 'SAP', 'Rust', 'Redis', 'Excel', 'Jira'];
export const SCHOOLS = ['Technical University of Graz', 'University of Leeds', 'Politecnico di Torino', 'École centrale de Lyon', 'University of Porto'];
export const FIELDS = ['Computer Science', 'Economics', 'Industrial Design', 'Statistics', 'Electrical Engineering'];
