// Names of towns, by GeoNames' "country name": English, Spanish and Portuguese forms where they are usual,
// Chinese ones for capitals and the greatest cities, and the everyday name where GeoNames has the formal one.

const table = (rows) => Object.fromEntries(rows.trim().split("\n").map((row) => {
  const [key, en, es, pt, zh] = row.split("|").map((cell) => cell.trim());
  return [key, Object.fromEntries(Object.entries({ en, es, pt, zh }).filter(([, v]) => v))];
}));

/** Empty es or pt: as in English. */
export const TOWN_NAMES = table(`
AG Saint John’s|Saint John's|||圣约翰
AR Buenos Aires|Buenos Aires|||布宜诺斯艾利斯
AR Cachí|Cachi
AR Córdoba|Córdoba|||科尔多瓦
AR Mendoza|Mendoza|||门多萨
AR Rosario|Rosario|||罗萨里奥
AR Salta|Salta|||萨尔塔
AR San Ramón de la Nueva Orán|Orán
AR San Salvador de Jujuy|San Salvador de Jujuy|||圣萨尔瓦多-德胡胡伊
AR Ushuaia|Ushuaia|||乌斯怀亚
BB Bridgetown|Bridgetown|||布里奇敦
BO La Paz|La Paz|||拉巴斯
BO Santa Cruz de la Sierra|Santa Cruz de la Sierra|||圣克鲁斯
BO Cochabamba|Cochabamba|||科恰班巴
BO Sucre|Sucre|||苏克雷
BR Belo Horizonte|Belo Horizonte|||贝洛奥里藏特
BR Belém|Belém|||贝伦
BR Brasília|Brasília|Brasilia||巴西利亚
BR Curitiba|Curitiba|||库里蒂巴
BR Fortaleza|Fortaleza|||福塔莱萨
BR Manaus|Manaus|||马瑙斯
BR Porto Alegre|Porto Alegre|||阿雷格里港
BR Recife|Recife|||累西腓
BR Rio de Janeiro|Rio de Janeiro|Río de Janeiro||里约热内卢
BR Salvador|Salvador|||萨尔瓦多
BR São Paulo|São Paulo|||圣保罗
BS Nassau|Nassau|||拿骚
BZ Belmopan|Belmopan|Belmopán||贝尔莫潘
CL Antofagasta|Antofagasta|||安托法加斯塔
CL Concepción|Concepción|||康塞普西翁
CL Punta Arenas|Punta Arenas|||蓬塔阿雷纳斯
CL Santiago|Santiago|||圣地亚哥
CL Valparaíso|Valparaíso|||瓦尔帕莱索
CO Barranquilla|Barranquilla|||巴兰基亚
CO Bogotá|Bogotá|||波哥大
CO Cali|Cali|||卡利
CO Cartagena|Cartagena|||卡塔赫纳
CO Medellín|Medellín|||麦德林
CR San José|San José|||圣何塞
CU Havana|Havana|La Habana||哈瓦那
CU Santiago de Cuba|Santiago de Cuba|||古巴圣地亚哥
CW Willemstad|Willemstad|||威廉斯塔德
DM Roseau|Roseau|||罗索
DO Santo Domingo|Santo Domingo|||圣多明各
EC Guayaquil|Guayaquil|||瓜亚基尔
EC Quito|Quito|||基多
FK Stanley|Stanley (Puerto Argentino)|Puerto Argentino (Stanley)||斯坦利（阿根廷港）
GD Saint George's|Saint George's|||圣乔治
GF Cayenne|Cayenne|Cayena|Caiena|卡宴
GT Guatemala City|Guatemala City|Ciudad de Guatemala|Cidade da Guatemala|危地马拉城
GY Georgetown|Georgetown|||乔治敦
HN San Pedro Sula|San Pedro Sula|||圣佩德罗苏拉
HN Tegucigalpa|Tegucigalpa|||特古西加尔巴
HT Port-au-Prince|Port-au-Prince|Puerto Príncipe|Porto Príncipe|太子港
JM Kingston|Kingston|||金斯敦
KN Basseterre|Basseterre|||巴斯特尔
LC Castries|Castries|||卡斯特里
MX Acapulco de Juárez|Acapulco
MX Cancún|Cancún|||坎昆
MX Guadalajara|Guadalajara|||瓜达拉哈拉
MX Heroica Matamoros|Matamoros
MX Juárez|Ciudad Juárez|||华雷斯城
MX León de los Aldama|León|||莱昂
MX Mexico City|Mexico City|Ciudad de México|Cidade do México|墨西哥城
MX Monterrey|Monterrey|||蒙特雷
MX Mérida|Mérida|||梅里达
MX Puebla|Puebla|||普埃布拉
MX Santiago de Querétaro|Querétaro|||克雷塔罗
MX Tijuana|Tijuana|||蒂华纳
MX Tuxtla|Tuxtla Gutiérrez
MX Victoria de Durango|Durango
MX Xalapa de Enríquez|Xalapa
NI Managua|Managua||Manágua|马那瓜
PA Panamá|Panama City|Ciudad de Panamá|Cidade do Panamá|巴拿马城
PE Arequipa|Arequipa|||阿雷基帕
PE Lima|Lima|||利马
PE Trujillo|Trujillo|||特鲁希略
PR San Juan|San Juan|||圣胡安
PY Asunción|Asunción||Assunção|亚松森
PY Ciudad del Este|Ciudad del Este|||东方市
SR Paramaribo|Paramaribo|||帕拉马里博
SV San Salvador|San Salvador|||圣萨尔瓦多
TT Port of Spain|Port of Spain|Puerto España|Porto de Espanha|西班牙港
UY Montevideo|Montevideo||Montevidéu|蒙得维的亚
VC Kingstown|Kingstown|||金斯敦
VE Caracas|Caracas|||加拉加斯
VE Maracaibo|Maracaibo|||马拉开波
VE Valencia|Valencia|||巴伦西亚
`);
