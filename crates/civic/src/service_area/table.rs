//! The service areas that the project knows, as one table.
//!
//! The codes are persisted: a row may be added and a label improved, but no code is renamed or removed.

use guildhall_kernel::LocalisedText;

use super::{ServiceArea, ServiceAreaCode};
use crate::Cofog;

/// Code, broader area, the function in COFOG 1999 that comes nearest (none where the parts have several), and the label in English, Polish, Slovene and Russian.
type Row = (&'static str, Option<&'static str>, Option<&'static str>, [&'static str; 4]);

const LANGUAGES: [&str; 4] = ["en", "pl", "sl", "ru"];

#[rustfmt::skip]
const TABLE: &[Row] = &[
    ("governance", None, Some("01.3"), ["Governance and administration", "Zarządzanie i administracja", "Upravljanje in uprava", "Управление и администрация"]),
    ("strategic_management", Some("governance"), Some("01.3.2"), ["Strategic management", "Zarządzanie strategiczne", "Strateško upravljanje", "Стратегическое управление"]),
    ("public_procurement", Some("governance"), Some("01.3.3"), ["Public procurement", "Zamówienia publiczne", "Javno naročanje", "Муниципальные закупки"]),
    ("shared_services", Some("governance"), Some("01.3.3"), ["Shared services", "Usługi wspólne", "Skupne službe", "Централизованное обслуживание"]),
    ("municipal_services", Some("governance"), Some("01.3.3"), ["Municipal services to residents", "Usługi administracyjne dla mieszkańców", "Upravne storitve za občane", "Муниципальные услуги"]),
    ("smart_city", Some("governance"), Some("01.3.3"), ["Smart city", "Inteligentne miasto", "Pametno mesto", "Умный город"]),
    ("communication", Some("governance"), Some("01.3.3"), ["Communication", "Komunikacja", "Komuniciranje", "Коммуникация"]),
    ("promotion", Some("communication"), Some("01.3.3"), ["Promotion", "Promocja", "Promocija", "Продвижение территории"]),
    ("resident_interaction", Some("communication"), Some("01.3.3"), ["Interaction with residents", "Współpraca z mieszkańcami", "Sodelovanje s prebivalci", "Взаимодействие с жителями"]),
    ("ngo_cooperation", Some("governance"), Some("08.4.0"), ["Cooperation with NGOs", "Współpraca z organizacjami pozarządowymi", "Sodelovanje z nevladnimi organizacijami", "Взаимодействие с некоммерческими организациями"]),

    ("economic_development", None, Some("04.1.1"), ["Economic development", "Rozwój gospodarczy", "Gospodarski razvoj", "Экономическое развитие"]),
    ("town_centres", Some("economic_development"), Some("06.2.0"), ["Town centres", "Centra miast", "Mestna središča", "Центры городов"]),
    ("entrepreneurship", Some("economic_development"), Some("04.1.1"), ["Entrepreneurship", "Przedsiębiorczość", "Podjetništvo", "Предпринимательство"]),
    ("attracting_investment", Some("economic_development"), Some("04.1.1"), ["Attracting investment", "Pozyskiwanie inwestycji", "Privabljanje naložb", "Привлечение инвестиций"]),

    ("territorial_development", None, Some("06.2.0"), ["Territorial development", "Rozwój terytorialny", "Prostorski razvoj", "Развитие территорий"]),
    ("spatial_planning", Some("territorial_development"), Some("06.2.0"), ["Spatial planning", "Planowanie przestrzenne", "Prostorsko načrtovanje", "Территориальное планирование"]),
    ("urban_planning_architecture", Some("territorial_development"), Some("06.2.0"), ["Urban planning and architecture", "Urbanistyka i architektura", "Urbanizem in arhitektura", "Градостроительство и архитектура"]),
    ("public_space", Some("territorial_development"), Some("06.2.0"), ["Public space", "Przestrzeń publiczna", "Javni prostor", "Благоустройство общественных пространств"]),

    ("technical_services", None, None, ["Technical services", "Usługi techniczne", "Tehnične storitve", "Технические услуги"]),
    ("housing_and_utilities", Some("technical_services"), Some("06"), ["Housing and utilities", "Gospodarka mieszkaniowa i komunalna", "Stanovanjsko in komunalno gospodarstvo", "Жилищно-коммунальное хозяйство"]),
    ("municipal_housing", Some("housing_and_utilities"), Some("06.1.0"), ["Municipal housing", "Mieszkalnictwo komunalne", "Občinska stanovanja", "Муниципальный жилищный фонд"]),
    ("communal_economy", Some("housing_and_utilities"), Some("06"), ["Communal economy", "Gospodarka komunalna", "Komunalno gospodarstvo", "Коммунальное хозяйство"]),
    ("water_supply", Some("communal_economy"), Some("06.3.0"), ["Water supply", "Zaopatrzenie w wodę", "Oskrba z vodo", "Водоснабжение"]),
    ("sewerage", Some("communal_economy"), Some("05.2.0"), ["Sewerage", "Odprowadzanie ścieków", "Odvajanje in čiščenje odpadne vode", "Водоотведение"]),
    ("solid_waste", Some("communal_economy"), Some("05.1.0"), ["Solid waste and cleaning", "Gospodarka odpadami i utrzymanie czystości", "Ravnanje z odpadki in čiščenje", "Твёрдые коммунальные отходы и уборка"]),
    ("transport_and_mobility", Some("technical_services"), Some("04.5"), ["Transport and mobility", "Transport i mobilność", "Promet in mobilnost", "Транспорт и мобильность"]),
    ("roads", Some("transport_and_mobility"), Some("04.5.1"), ["Roads", "Drogi", "Ceste", "Дороги"]),
    ("transport_services", Some("transport_and_mobility"), Some("04.5.1"), ["Transport services", "Usługi transportowe", "Prevozne storitve", "Транспортное обслуживание"]),

    ("environment", None, Some("05"), ["Environment", "Środowisko", "Okolje", "Окружающая среда"]),
    ("climate", Some("environment"), Some("05.3.0"), ["Climate", "Klimat", "Podnebje", "Климат"]),

    ("social_services", None, None, ["Social services", "Usługi społeczne", "Družbene storitve", "Социальные услуги"]),
    ("education", Some("social_services"), Some("09"), ["Education", "Oświata", "Izobraževanje", "Образование"]),
    ("health", Some("social_services"), Some("07"), ["Health", "Ochrona zdrowia", "Zdravstvo", "Здравоохранение"]),
    ("culture", Some("social_services"), Some("08.2.0"), ["Culture", "Kultura", "Kultura", "Культура"]),
    ("children_and_young_people", Some("social_services"), Some("10.4.0"), ["Children and young people", "Dzieci i młodzież", "Otroci in mladi", "Работа с детьми и молодёжью"]),
    ("social_support", Some("social_services"), Some("10"), ["Social support", "Wsparcie społeczne", "Socialna podpora", "Социальная поддержка"]),
    ("social_assistance", Some("social_support"), Some("10.7.0"), ["Social assistance", "Pomoc społeczna", "Socialno varstvo", "Социальная помощь"]),
    ("social_integration", Some("social_support"), Some("10.7.0"), ["Social integration", "Integracja społeczna", "Socialno vključevanje", "Социальная интеграция"]),
];

#[expect(clippy::expect_used, reason = "the table is constant, and a test reads every row of it")]
pub(super) fn areas() -> impl Iterator<Item = ServiceArea> {
    let code = |text| ServiceAreaCode::new(text).expect("a code of the table is a code");
    TABLE.iter().map(move |(area, broader, cofog, labels)| {
        let texts = LANGUAGES.iter().zip(labels);
        let labels =
            LocalisedText::new(texts.map(|(tag, text)| (tag.parse().expect("a tag is a tag"), *text)))
                .expect("a label of the table is not blank");
        ServiceArea {
            code: code(*area),
            labels,
            broader: broader.map(code),
            cofog: cofog.map(|code| Cofog::new(code).expect("a function of the table is one")),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ServiceAreas;

    #[test]
    fn every_row_passes_the_constructor_that_callers_use() {
        let checked = ServiceAreas::new(areas()).unwrap();
        assert_eq!(checked, ServiceAreas::standard());
        assert_eq!(checked.iter().count(), TABLE.len());
        for area in checked.iter() {
            assert_eq!(area.labels().iter().count(), 4, "{}", area.code());
        }
    }
}
