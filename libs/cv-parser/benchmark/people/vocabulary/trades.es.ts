import { trade } from './trade.js';
import type { Trade } from './types.js';

export const TRADES: readonly Trade[] = [
  trade({
    positions: [
      'Becari<o|a> de desarrollo web; Programador<|a> junior; Técnic<o|a> de soporte; Desarrollador<|a> en prácticas; Probador<|a> de software; Operador<|a> de sistemas',
      'Desarrollador<|a> full stack; Ingenier<o|a> de software; Administrador<|a> de sistemas; Analista programador<|a>; Ingenier<o|a> de datos; Desarrollador<|a> móvil; Consultor<|a> SAP',
      'Jef<e|a> de proyecto; Director<|a> de tecnología; Arquitect<o|a> de software; Responsable de sistemas; Líder técnic<o|a>; Gerente de informática',
    ],
    employers: ['technology', 'technology', 'company', 'bank', 'public'],
    tasks: `[Desarrollo|Mantenimiento] [del portal de clientes|de la tienda en línea|de interfaces] en [Java|PHP|Python|C#]
      Migración de {3-30} aplicaciones [a la nube|a Kubernetes|al nuevo centro de datos]
      Atención a {40-900} usuarios en {2-9} sedes
      Implantación [de pruebas automáticas|de la integración continua|de la monitorización]
      Coordinación de {2-9} [desarrolladores|becarios|proveedores]
      Diseño del modelo de datos para [reservas|historias clínicas|contratos]
      Guardias [nocturnas|de fin de semana] de los sistemas en producción
      Redacción [de especificaciones|de documentación técnica|de manuales]`,
    skills: {
      Lenguajes: 'Java; PHP; Python; JavaScript; SQL; C#; Kotlin; C++; Ruby',
      Herramientas: 'Git; Docker; Jenkins; Jira; Linux; Azure; Ansible',
      'Bases de datos': 'Oracle; PostgreSQL; MySQL; MongoDB; Redis',
    },
    studies:
      'university: Grado @ Ingeniería Informática; university: Máster @ Inteligencia Artificial; university: Ingeniería Técnica @ Informática de Sistemas; vocational: Ciclo Formativo de Grado Superior @ Desarrollo de Aplicaciones Web; university: Licenciatura @ Sistemas Computacionales; university: Doctorado @ Informática',
    certificates: 'AWS Solutions Architect; Scrum Master; ITIL Foundation; Cisco CCNA; Oracle Certified Professional',
    topics:
      'aplicaciones web; seguridad informática; datos masivos; sistemas bancarios; computación en la nube; videojuegos',
  }),
  trade({
    positions: [
      'Auxiliar de enfermería; Enfermer<o|a> en prácticas; Celador<|a>; Cuidador<|a> de mayores; Gerocultor<|a>; Voluntari<o|a> de Cruz Roja',
      'Enfermer<o|a>; Matrona; Fisioterapeuta; Enfermer<o|a> de quirófano; Técnic<o|a> de radiología; Enfermer<o|a> de atención primaria; Terapeuta ocupacional',
      'Supervisor<|a> de enfermería; Director<|a> de enfermería; Médic<o|a> de familia; Coordinador<|a> asistencial; Director<|a> de residencia; Jef<e|a> de servicio',
    ],
    employers: ['hospital', 'hospital', 'public'],
    tasks: `Atención a {8-32} pacientes [en cirugía|en geriatría|en urgencias|en pediatría]
      Administración de [medicación|sueros|quimioterapia] y control de constantes
      Registro en la historia clínica electrónica
      Tutela de {2-10} [estudiantes|residentes]
      Elaboración de los turnos de {9-45} profesionales
      Cura de heridas complejas y [extracciones|vendajes]
      Educación sanitaria a [familias|pacientes crónicos]
      Aplicación de los protocolos de higiene en {2-6} unidades`,
    skills: {
      Asistencia: 'Curas; Cuidados paliativos; Triaje; Extracciones; Soporte vital; Vacunación; Rehabilitación',
      Gestión: 'Planificación de turnos; Control de infecciones; Seguridad del paciente; Docencia',
    },
    studies:
      'university: Grado @ Enfermería; university: Diplomatura @ Fisioterapia; university: Máster @ Cuidados Paliativos; vocational: Ciclo Formativo de Grado Medio @ Cuidados Auxiliares de Enfermería; university: Licenciatura @ Medicina; university: Especialidad @ Matrona',
    certificates: 'Soporte Vital Avanzado; Experto en Heridas; Manipulador de alimentos; Curso de triaje; RCP básica',
    topics: 'cuidados intensivos; atención primaria; geriatría; pediatría; salud mental; cuidados paliativos',
  }),
  trade({
    positions: [
      'Profesor<|a> sustitut<o|a>; Monitor<|a> de comedor; Profesor<|a> particular; Educador<|a> infantil en prácticas; Auxiliar de conversación; Monitor<|a> de ocio',
      'Maestr<o|a> de primaria; Profesor<|a> de matemáticas; Profesor<|a> de inglés; Educador<|a> social; Pedagog<o|a> terapéutic<o|a>; Formador<|a>; Profesor<|a> de secundaria',
      'Director<|a> de colegio; Jef<e|a> de estudios; Coordinador<|a> académic<o|a>; Orientador<|a>; Profesor<|a> titular; Inspector<|a> de educación',
    ],
    employers: ['school', 'school', 'university', 'public'],
    tasks: `Docencia de [matemáticas|lengua y literatura|ciencias|inglés] a grupos de {18-32} alumnos
      Preparación de {15-80} estudiantes para [la selectividad|exámenes oficiales|las oposiciones]
      Organización [del viaje de fin de curso|del taller de teatro|de la feria de ciencias]
      Apoyo a alumnado con [dificultades de aprendizaje|discapacidad|español como segunda lengua]
      Tutorías con familias y juntas de evaluación
      Elaboración de [unidades didácticas|materiales digitales|programaciones]
      Formación de {2-12} docentes noveles`,
    skills: {
      Docencia:
        'Educación inclusiva; Gestión del aula; Evaluación; Programación didáctica; Aprendizaje por proyectos; Tutoría',
      Digital: 'Moodle; Google Classroom; GeoGebra; Genially; Pizarra digital',
    },
    studies:
      'university: Grado @ Educación Primaria; university: Licenciatura @ Filología Inglesa; university: Máster @ Formación del Profesorado; university: Diplomatura @ Magisterio; vocational: Ciclo Formativo de Grado Superior @ Educación Infantil; university: Doctorado @ Pedagogía',
    certificates:
      'Certificado de Aptitud Pedagógica; Monitor de tiempo libre; Primeros auxilios; Habilitación lingüística; Curso de lengua de signos',
    topics: 'educación inclusiva; fomento de la lectura; educación infantil; idiomas; formación de adultos; ciencias',
  }),
  trade({
    positions: [
      'Dependient<e|a>; Cajer<o|a>; Promotor<|a> de ventas; Teleoperador<|a>; Repositor<|a>; Becari<o|a> comercial',
      'Comercial; Representante de ventas; Ejecutiv<o|a> de cuentas; Asesor<|a> comercial; Comprador<|a>; Encargad<o|a> de sección; Delegad<o|a> comercial',
      'Director<|a> comercial; Gerente de tienda; Jef<e|a> de ventas; Responsable de compras; Director<|a> regional; Gerente de zona',
    ],
    employers: ['shop', 'shop', 'company', 'technology'],
    tasks: `Captación de {8-80} clientes nuevos al año
      Venta y asesoramiento en la sección de [moda|electrónica|frescos]
      Negociación de [acuerdos marco|tarifas|plazos] con proveedores
      Gestión de una cartera de {30-160} [clientes|farmacias|distribuidores]
      Apertura y cierre de caja, [inventario|reposición]
      Dirección de un equipo de {3-24} [vendedores|dependientes]
      Aumento de la facturación en un {4-35} % en {1-3} años
      Montaje de [escaparates|ferias|promociones]`,
    skills: {
      Ventas: 'Negociación; Fidelización; Escaparatismo; Control de existencias; Prospección; Previsión de ventas',
      Programas: 'Salesforce; SAP; Excel; Navision; TPV',
    },
    studies:
      'vocational: Ciclo Formativo de Grado Medio @ Actividades Comerciales; university: Grado @ Administración y Dirección de Empresas; university: Licenciatura @ Mercadotecnia; university: Máster @ Dirección Comercial; vocational: Técnico Superior @ Comercio Internacional; university: MBA',
    certificates:
      'Carné de carretillero; Manipulador de alimentos; Certificación Salesforce; Curso de negociación; Agente comercial colegiado',
    topics: 'venta minorista; grandes cuentas; atención al cliente; exportación; distribución; venta técnica',
  }),
  trade({
    positions: [
      'Aprendiz de electricista; Peón de obra; Ayudante de carpintería; Ayudante de fontanería; Mozo de taller; Oficial de tercera',
      'Electricista; Carpinter<o|a>; Fontaner<o|a>; Soldador<|a>; Mecánic<o|a>; Albañil; Técnic<o|a> de mantenimiento',
      'Encargad<o|a> de obra; Jef<e|a> de taller; Autónom<o|a>; Responsable de mantenimiento; Maestr<o|a> carpinter<o|a>; Capataz',
    ],
    employers: ['workshop', 'workshop', 'company'],
    tasks: `Instalación de [calderas|placas solares|cuadros eléctricos] en {10-90} [viviendas|locales]
      Fabricación de [muebles a medida|escaleras|ventanas] en [roble|nogal|pino]
      Rehabilitación de [fachadas|cubiertas|forjados] protegidos
      Reparación y mantenimiento de [prensas|bombas|vehículos]
      Lectura de planos, [presupuestos|mediciones|pedidos]
      Formación de {1-8} aprendices
      Cumplimiento de la prevención de riesgos laborales`,
    skills: {
      Oficio: 'Soldadura TIG; Cableado; Alicatado; Ebanistería; Pladur; Fontanería; Encofrado',
      Técnica: 'Lectura de planos; Autómatas; AutoCAD; Domótica',
    },
    studies:
      'vocational: Formación Profesional @ Instalaciones Eléctricas; vocational: Ciclo Formativo de Grado Medio @ Carpintería y Mueble; vocational: Certificado de profesionalidad @ Fontanería; college: Técnico Superior @ Mecatrónica Industrial; vocational: FP II @ Automoción',
    certificates:
      'Carné de instalador; PRL 60 horas; Plataformas elevadoras; Soldador homologado; Tarjeta Profesional de la Construcción',
    topics: 'instalaciones; rehabilitación; muebles a medida; mantenimiento industrial; energía solar; automoción',
  }),
  trade({
    positions: [
      'Ayudante de cocina; Camarer<o|a>; Friegaplatos; Barista; Recepcionista de temporada; Camarer<o|a> de pisos',
      'Jef<e|a> de partida; Cociner<o|a>; Recepcionista; Pasteler<o|a>; Sumiller; Segund<o|a> de cocina; Gobernanta',
      'Jef<e|a> de cocina; Director<|a> de hotel; Maître; Encargad<o|a> de restaurante; Director<|a> de alimentos y bebidas; Gerente',
    ],
    employers: ['hotel', 'hotel', 'shop'],
    tasks: `Elaboración de {40-260} cubiertos por servicio
      Diseño [del menú de temporada|de la carta de vinos|de postres] con producto local
      Acogida de clientela internacional y [reservas|registro de entrada]
      Organización de [bodas|congresos|banquetes] de hasta {80-400} personas
      Control de [pedidos|almacén|APPCC]
      Formación de {3-20} [camareros|ayudantes|extras]
      Gestión [de la barra|de la bodega|del turno de noche]`,
    skills: {
      Cocina: 'Repostería; APPCC; Escandallos; Arroces; Cocina vegetariana; Pescados',
      Sala: 'Maridaje; Opera; Servicio de mesa; Coctelería; Reservas',
    },
    studies:
      'vocational: Ciclo Formativo de Grado Medio @ Cocina y Gastronomía; college: Diploma @ Alta Cocina; university: Grado @ Turismo; vocational: Técnico Superior @ Dirección de Restauración; vocational: Certificado de profesionalidad @ Pastelería',
    certificates: 'Manipulador de alimentos; WSET nivel 2; Curso de coctelería; Alérgenos; APPCC avanzado',
    topics: 'cocina tradicional; hostelería; repostería; eventos; enología; turismo rural',
  }),
  trade({
    positions: [
      'Auxiliar contable; Becari<o|a> de auditoría; Auxiliar administrativ<o|a>; Cajer<o|a> de banco; Asistente de nóminas; Practicante de finanzas',
      'Contable; Controller financier<o|a>; Auditor<|a> intern<o|a>; Técnic<o|a> de nóminas; Gestor<|a> de banca; Analista de riesgos; Contador<|a>',
      'Director<|a> financier<o|a>; Jef<e|a> de administración; Responsable de tesorería; Director<|a> de sucursal; Soci<o|a> de auditoría; Gerente de finanzas',
    ],
    employers: ['bank', 'bank', 'company', 'public'],
    tasks: `Elaboración [del cierre mensual|de las cuentas anuales|de los impuestos] de {4-40} sociedades
      Registro de [facturas|asientos|movimientos bancarios]
      Nóminas de {30-1400} empleados
      Preparación [del presupuesto|de informes|de la previsión de tesorería]
      Asesoramiento a {60-400} [familias|empresas]
      Análisis de [desviaciones|riesgos|márgenes]
      Implantación [de la factura electrónica|de SAP|del archivo digital]`,
    skills: {
      Finanzas: 'Plan General Contable; Fiscalidad; Nóminas; Consolidación; NIIF; Tesorería',
      Programas: 'ContaPlus; SAP; Excel; A3; Power BI',
    },
    studies:
      'university: Grado @ Economía; university: Licenciatura @ Contaduría Pública; university: Máster @ Auditoría y Contabilidad; vocational: Técnico Superior @ Administración y Finanzas; university: Diplomatura @ Ciencias Empresariales',
    certificates: 'ROAC; EFPA; Excel avanzado; CFA nivel I; Experto en nóminas',
    topics: 'contabilidad; fiscalidad; auditoría; banca comercial; control presupuestario; nóminas',
  }),
  trade({
    positions: [
      'Mozo de almacén; Repartidor<|a>; Carretiller<o|a>; Becari<o|a> de logística; Preparador<|a> de pedidos; Auxiliar de tráfico',
      'Jef<e|a> de tráfico; Transportista; Planificador<|a> de transporte; Técnic<o|a> de aduanas; Responsable de turno; Analista de inventarios; Conductor<|a>',
      'Director<|a> de logística; Jef<e|a> de almacén; Responsable de flota; Gerente de operaciones; Director<|a> de la cadena de suministro; Jef<e|a> de distribución',
    ],
    employers: ['transport', 'transport', 'shop', 'company'],
    tasks: `Planificación de {10-120} [rutas|camiones|entregas]
      Preparación de {60-400} pedidos al día
      Trámites [aduaneros|de importación|de mercancías peligrosas]
      Implantación [del SGA|de la radiofrecuencia|de indicadores]
      Inventario de {2-60}.000 referencias
      Transporte [nacional|internacional] sin accidentes
      Formación de {4-30} [carretilleros|conductores]`,
    skills: {
      Logística: 'Incoterms; Gestión de existencias; Mercancías peligrosas; Planificación de rutas; Lean; Aduanas',
      Sistemas: 'SAP; Excel; SGA; Tacógrafo; GPS',
    },
    studies:
      'vocational: Técnico Superior @ Transporte y Logística; university: Grado @ Ingeniería de Organización; university: Máster @ Cadena de Suministro; vocational: Bachillerato técnico @ Almacenes; university: Licenciatura @ Comercio Internacional',
    certificates: 'CAP mercancías; Carné de carretillero; ADR; Consejero de seguridad; Green Belt',
    topics: 'cadena de frío; transporte por carretera; aduanas; almacenes; transporte marítimo; última milla',
  }),
  trade({
    positions: [
      'Becari<o|a> de investigación; Doctorand<o|a>; Técnic<o|a> de laboratorio; Alumn<o|a> intern<o|a>; Ayudante de cátedra; Contratad<o|a> en prácticas',
      'Investigador<|a> postdoctoral; Biólog<o|a>; Químic<o|a>; Bioestadístic<o|a>; Geólog<o|a>; Investigador<|a>; Ingenier<o|a> agrónom<o|a>',
      'Catedrátic<o|a>; Investigador<|a> principal; Jef<e|a> de laboratorio; Director<|a> de I+D; Profesor<|a> titular; Director<|a> científic<o|a>',
    ],
    employers: ['university', 'university', 'public', 'company'],
    tasks: `Realización de [campañas de muestreo|ensayos clínicos|análisis de laboratorio] en {3-24} zonas
      Publicación de {2-18} artículos sobre [suelos|costas|antibióticos|polímeros]
      Obtención de {40-900}.000 euros de financiación
      Dirección de {2-12} [tesis|trabajos de fin de grado]
      Docencia de [estadística|química orgánica|botánica] a {20-180} estudiantes
      Procesado de {200-9000} muestras con [R|MATLAB|Python]
      Mantenimiento [del espectrómetro|del invernadero|del microscopio]`,
    skills: {
      Métodos: 'PCR; Espectrometría de masas; Microscopía; Estadística; Cultivos celulares; SIG; Cromatografía',
      Informática: 'R; MATLAB; LaTeX; SPSS; QGIS',
    },
    studies:
      'university: Doctorado @ Ecología; university: Licenciatura @ Biología; university: Grado @ Química; university: Máster @ Oceanografía; university: Ingeniería @ Agronomía; university: Diploma de Estudios Avanzados @ Física',
    certificates:
      'Buenas prácticas clínicas; Buceo científico; Experimentación animal; Acreditación ANECA; Protección radiológica',
    topics: 'ecología; biología marina; materiales; epidemiología; estadística; agronomía',
  }),
  trade({
    positions: [
      'Pasante; Becari<o|a> de recursos humanos; Secretari<o|a>; Auxiliar jurídic<o|a>; Asistente administrativ<o|a>; Abogad<o|a> junior',
      'Abogad<o|a>; Técnic<o|a> de selección; Asesor<|a> jurídic<o|a>; Administrativ<o|a>; Procurador<|a>; Técnic<o|a> de la administración; Gestor<|a>',
      'Director<|a> de recursos humanos; Soci<o|a> director<|a>; Secretari<o|a> general; Responsable de cumplimiento; Jef<e|a> de personal; Director<|a> jurídic<o|a>',
    ],
    employers: ['law', 'law', 'public', 'company'],
    tasks: `Redacción de [contratos|demandas|estatutos|informes jurídicos]
      Defensa de {10-90} asuntos ante [los juzgados de lo social|la audiencia provincial|el tribunal]
      Asesoramiento en [protección de datos|contratación pública|derecho laboral]
      Selección de {15-120} personas al año
      Gestión de [agenda|archivo|registro] y atención al público
      Formación de {30-900} empleados en [cumplimiento|igualdad|prevención]
      Preparación [del pleno municipal|del consejo de administración|del comité de empresa]`,
    skills: {
      Derecho: 'Contratos; Derecho laboral; Protección de datos; Litigación; Contratación pública; Mediación',
      Oficina: 'Word; Excel; Aranzadi; LexNET; Mecanografía',
    },
    studies:
      'university: Licenciatura @ Derecho; university: Grado @ Relaciones Laborales; university: Máster @ Abogacía; vocational: Técnico Superior @ Asistencia a la Dirección; university: Grado @ Ciencias Políticas; university: Diplomatura @ Gestión y Administración Pública',
    certificates: 'Colegiación; Delegado de protección de datos; Mediador; Auditor laboral; ACREDITA inglés',
    topics:
      'derecho laboral; contratos; selección de personal; administración local; cumplimiento; protección de datos',
  }),
  trade({
    positions: [
      'Becari<o|a> de comunicación; Ayudante de redacción; Diseñador<|a> junior; Ayudante de fotografía; Auxiliar de sala; Community manager en prácticas',
      'Diseñador<|a> gráfic<o|a>; Periodista; Técnic<o|a> de comunicación; Fotógraf<o|a>; Traductor<|a>; Escenógraf<o|a>; Redactor<|a>',
      'Director<|a> de arte; Redactor<|a> jefe; Director<|a> de comunicación; Comisari<o|a>; Director<|a> de museo; Director<|a> creativ<o|a>',
    ],
    employers: ['agency', 'culture', 'culture', 'company'],
    tasks: `Diseño de [identidades visuales|carteles|catálogos] para {3-40} clientes
      Comisariado [de una exposición|de un festival|de un ciclo] con {5-80} artistas
      Redacción de {40-300} [artículos|notas de prensa|boletines] al año
      Gestión de redes sociales
      Traducción de {5-30} novelas [del portugués|del inglés|del polaco]
      Gestión de un presupuesto de {20-800}.000 euros
      Visitas y talleres para escolares`,
    skills: {
      Creación: 'Tipografía; Ilustración; Maquetación; Fotografía; Escenografía; Redacción; Serigrafía',
      Programas: 'InDesign; Photoshop; Figma; Premiere Pro; WordPress; Illustrator',
    },
    studies:
      'university: Grado @ Bellas Artes; university: Licenciatura @ Periodismo; university: Grado @ Comunicación Audiovisual; vocational: Técnico Superior @ Gráfica Publicitaria; university: Máster @ Gestión Cultural; university: Licenciatura @ Traducción e Interpretación',
    certificates: 'Google Ads; Piloto de dron; Traductor jurado; Curso SEO; Adobe Certified Professional',
    topics:
      'diseño editorial; comunicación institucional; gestión cultural; prensa local; teatro; fotografía documental',
  }),
  trade({
    positions: [
      'Becari<o|a> de ingeniería; Delineante; Ayudante de obra; Ingenier<o|a> junior; Técnic<o|a> de calidad; Auxiliar de topografía',
      'Ingenier<o|a> civil; Ingenier<o|a> mecánic<o|a>; Arquitect<o|a>; Ingenier<o|a> de procesos; Topógraf<o|a>; Aparejador<|a>; Ingenier<o|a> de calidad',
      'Jef<e|a> de obra; Director<|a> de planta; Director<|a> de proyectos; Responsable de oficina técnica; Director<|a> técnic<o|a>; Responsable de producción',
    ],
    employers: ['company', 'company', 'agency', 'public'],
    tasks: `Diseño de [puentes|moldes|naves|depósitos] con [AutoCAD|SolidWorks|Revit]
      Dirección de una obra de {1-60} millones de euros
      Puesta en marcha de {2-15} [líneas|instalaciones|máquinas]
      Reducción de mermas en un {5-40} %
      Realización de [auditorías|mediciones|cálculos estructurales]
      Coordinación de {3-25} técnicos
      Relación con [promotores|ayuntamientos|proveedores]`,
    skills: {
      Ingeniería: 'Cálculo de estructuras; AMFE; Lean; Automatización; Hidráulica; Topografía; Eficiencia energética',
      Programas: 'AutoCAD; Revit; SolidWorks; Presto; MS Project; CYPE',
    },
    studies:
      'university: Ingeniería de Caminos, Canales y Puertos; university: Grado @ Ingeniería Mecánica; university: Arquitectura; vocational: Técnico Superior @ Proyectos de Edificación; university: Máster @ Ingeniería Industrial; university: Ingeniería Técnica @ Topografía',
    certificates: 'PMP; Coordinador de seguridad; Auditor ISO 9001; Six Sigma Green Belt; Certificador energético',
    topics: 'estructuras; obra civil; fabricación; eficiencia energética; calidad; redes de agua',
  }),
];
