"""Governments and institutions, and what newsrooms write in their place: a reason for a proposal, never for a merge."""

from __future__ import annotations

GOVERNMENTS = """
Afghanistan | Afghan | Kabul |
Albania | Albanian | Tirana |
Algeria | Algerian | Algiers |
Argentina | Argentine, Argentinian | Buenos Aires | Casa Rosada
Armenia | Armenian | Yerevan |
Australia | Australian | Canberra |
Austria | Austrian | Vienna | Ballhausplatz
Azerbaijan | Azerbaijani, Azeri | Baku |
Bangladesh | Bangladeshi | Dhaka |
Belarus | Belarusian, Belarussian | Minsk |
Belgium | Belgian | |
Brazil | Brazilian | Brasilia | Planalto, Planalto Palace
Britain, United Kingdom, UK, Great Britain | British | London | Downing Street, Number 10, No 10, Whitehall
Bulgaria | Bulgarian | Sofia |
Canada | Canadian | Ottawa | Parliament Hill
Chile | Chilean | Santiago | La Moneda
China, People's Republic of China, PRC | Chinese | Beijing, Peking | Zhongnanhai
Colombia | Colombian | Bogota | Casa de Narino
Croatia | Croatian | Zagreb |
Cuba | Cuban | Havana |
Cyprus | Cypriot | Nicosia |
Czech Republic, Czechia | Czech | Prague | Prague Castle
Denmark | Danish | Copenhagen | Christiansborg
Egypt | Egyptian | Cairo |
Estonia | Estonian | Tallinn |
Ethiopia | Ethiopian | Addis Ababa |
European Union, EU, Europe | European | Brussels | Berlaymont
Finland | Finnish | Helsinki |
France | French | Paris | Elysee, Elysee Palace, Matignon, Hotel Matignon
Georgia | Georgian | Tbilisi |
Germany | German | Berlin | Federal Chancellery, German Chancellery, Bundeskanzleramt
Greece | Greek | Athens | Maximos Mansion
Hungary | Hungarian | Budapest |
India | Indian | New Delhi, Delhi | South Block
Indonesia | Indonesian | Jakarta | Merdeka Palace
Iran, Islamic Republic of Iran | Iranian | Tehran, Teheran |
Iraq | Iraqi | Baghdad |
Ireland | Irish | Dublin | Leinster House
Israel | Israeli | Jerusalem |
Italy | Italian | Rome | Palazzo Chigi, Chigi Palace
Japan | Japanese | Tokyo | Kantei
Jordan | Jordanian | Amman |
Kazakhstan | Kazakh, Kazakhstani | Astana | Akorda
Kenya | Kenyan | Nairobi |
Kosovo | Kosovan, Kosovar | Pristina |
Latvia | Latvian | Riga |
Lebanon | Lebanese | Beirut | Baabda Palace
Libya | Libyan | Tripoli |
Lithuania | Lithuanian | Vilnius |
Mexico | Mexican | Mexico City | National Palace
Moldova | Moldovan | Chisinau |
Montenegro | Montenegrin | Podgorica |
Morocco | Moroccan | Rabat |
Myanmar, Burma | Burmese | Naypyidaw |
Netherlands | Dutch | The Hague | Binnenhof
New Zealand | | Wellington | Beehive
Nigeria | Nigerian | Abuja | Aso Rock
North Korea, DPRK | North Korean | Pyongyang |
North Macedonia | North Macedonian | Skopje |
Norway | Norwegian | Oslo |
Pakistan | Pakistani | Islamabad |
Palestine | Palestinian | Ramallah | Muqata
Philippines | Philippine, Filipino | Manila | Malacanang, Malacanang Palace
Poland | Polish | Warsaw |
Portugal | Portuguese | Lisbon | Sao Bento
Qatar | Qatari | Doha |
Romania | Romanian | Bucharest | Cotroceni Palace
Russia, Russian Federation | Russian | Moscow | Kremlin
Saudi Arabia | Saudi, Saudi Arabian | Riyadh |
Serbia | Serbian, Serb | Belgrade |
Slovakia | Slovak | Bratislava |
Slovenia | Slovenian, Slovene | Ljubljana |
South Africa | South African | Pretoria | Union Buildings
South Korea, Republic of Korea | South Korean | Seoul | Blue House
Spain | Spanish | Madrid | Moncloa, Moncloa Palace
Sudan | Sudanese | Khartoum |
Sweden | Swedish | Stockholm | Rosenbad
Switzerland | Swiss | Bern, Berne | Federal Palace
Syria | Syrian | Damascus |
Taiwan | Taiwanese | Taipei |
Thailand | Thai | Bangkok |
Tunisia | Tunisian | Tunis |
Turkey, Turkiye | Turkish | Ankara |
Ukraine | Ukrainian | Kyiv, Kiev | Bankova, Bankova Street
United Arab Emirates, UAE | Emirati | Abu Dhabi |
United States, US, USA, America, United States of America | American, US | Washington, Washington DC | White House
Uzbekistan | Uzbek | Tashkent |
Venezuela | Venezuelan | Caracas | Miraflores, Miraflores Palace
Vietnam | Vietnamese | Hanoi |
Yemen | Yemeni | Sanaa |
"""
"""A government a line: country | adjective | capital | seat; the first name is the one that is shown."""

INSTITUTIONS = """
US Department of Defense, US Defense Department | Pentagon
US Department of State, US State Department | Foggy Bottom
Central Intelligence Agency, CIA | Langley
French foreign ministry | Quai d'Orsay
Metropolitan Police | Scotland Yard, New Scotland Yard
Ukrainian parliament | Verkhovna Rada
Russian parliament | State Duma, Duma
Israeli parliament | Knesset
German parliament | Bundestag
US Congress | Capitol Hill
Federal Security Service, FSB | Lubyanka
European Commission | Berlaymont
European Central Bank, ECB | Frankfurt
Federal Reserve, Fed | US central bank
British parliament | Westminster
Bank of England | Threadneedle Street
Holy See | Vatican
"""
"""An institution a line: its names | what is written in its place."""
